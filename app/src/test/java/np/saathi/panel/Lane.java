package np.saathi.panel;

import java.util.Set;

import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** In which lane a class of the panel's tests runs; in each there is one at a time. */
final class Lane implements ResourceLocksProvider {

    static String of(Class<?> test) {
        return test.isAnnotationPresent(SecondLane.class) ? "second" : "first";
    }

    @Override
    public Set<Lock> provideForClass(Class<?> test) {
        return Set.of(new Lock("np.saathi.panel.lane." + of(test)));
    }
}
