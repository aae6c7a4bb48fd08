package np.saathi.dev;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Moves the {@link TestClock} to the next morning before each test: no test depends on the hour at which it is run. */
final class EachTestOnAMorning implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBean(TestClock.class).nextMorning();
    }
}
