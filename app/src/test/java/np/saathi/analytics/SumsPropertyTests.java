package np.saathi.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SumsPropertyTests {

    @Property
    void roundedIsOneOfTheTwoNearestFives(@ForAll @IntRange(max = 100_000) int count, @ForAll long seed) {
        int rounded = Sums.round(count, new Random(seed));
        assertThat(rounded % 5).isZero();
        assertThat(Math.abs(rounded - count)).isLessThan(5);
    }

    @Property(tries = 20)
    void longSumsComeOutRight(@ForAll @IntRange(max = 9) int count, @ForAll @LongRange(min = 1, max = 9) long seed) {
        Random chance = new Random(seed);
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += Sums.round(count, chance);
        }
        assertThat(sum / 20_000).isCloseTo(count, within(0.1));
    }
}
