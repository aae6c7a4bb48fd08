package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import np.saathi.telephony.Key;
import np.saathi.telephony.asterisk.DoubledKeys.Ways;

/** Times are milliseconds from one arrival to the next. */
class DoubledKeysTests {
    private final DoubledKeys keys = new DoubledKeys();
    private long now;

    @Test
    void onePressThatComesByTwoWaysIsOneKeyFromTheFirst() {
        assertThat(pressed("11 22 11 00", 150)).isEqualTo("1210");
        assertThat(keys.ways()).isEqualTo(Ways.TWO);
    }

    @Test
    void aSlowSecondArrivalCountsWhereTwoWaysAreKnown() {
        pressed("11 22", 150);
        now += 2_000;
        assertThat(pressed("33", 500)).isEqualTo("3");
    }

    @Test
    void twoQuickPressesByTwoWaysAreTwo() {
        pressed("11 22", 150);
        now += 2_000;
        assertThat(pressed("6666", 120)).isEqualTo("66");
    }

    @Test
    void whoseKeysComeOncePressesTheSameTwiceAsQuicklyAsTheyLike() {
        pressed("12", 400);
        assertThat(pressed("3", 400)).isEqualTo("3");
        assertThat(keys.ways()).isEqualTo(Ways.ONE);
        assertThat(pressed("6644", 60)).isEqualTo("6644");
    }

    @Test
    void aNumberOfWhichTheDigitsCameOnceIsProof() {
        keys.keyedIn(List.of(Key.SIX, Key.SIX, Key.FOUR, Key.SEVEN), false);
        assertThat(keys.ways()).isEqualTo(Ways.ONE);
    }

    @Test
    void pairsAreProofInAWholeNumberOnly() {
        List<Key> pairs = List.of(Key.ONE, Key.ONE, Key.TWO, Key.TWO);
        keys.keyedIn(pairs, false);
        assertThat(keys.ways()).isEqualTo(Ways.UNKNOWN);
        keys.keyedIn(pairs, true);
        assertThat(keys.ways()).isEqualTo(Ways.TWO);
    }

    @Test
    void thePressBeforeARoomIsProofAsWellOnceItCameNoMore() {
        pressed("19", 400);
        assertThat(keys.ways()).isEqualTo(Ways.UNKNOWN);
        keys.settle();
        assertThat(keys.ways()).isEqualTo(Ways.ONE);
    }

    @Test
    void slowPressesOfTheSameKeyAreTwoAlsoAtTheBeginning() {
        assertThat(pressed("11", 400)).isEqualTo("11");
    }

    @Test
    void oneLostArrivalProvesNothing() {
        pressed("11 2 33", 150);
        now += 2_000;
        assertThat(pressed("44", 150)).isEqualTo("4");
    }

    @Test
    void whoWasTakenForAnotherIsKnownAfterTwoPresses() {
        pressed("66 44", 100);
        assertThat(keys.ways()).isEqualTo(Ways.UNKNOWN);
        pressed("7", 100);
        assertThat(keys.ways()).isEqualTo(Ways.TWO);
        pressed("89", 700);
        assertThat(keys.ways()).isEqualTo(Ways.ONE);
    }

    @Test
    void thePressMayComeAgainForAWhile() {
        assertThat(keys.mayComeAgain(now)).isZero();
        pressed("1", 0);
        now += 100;
        assertThat(keys.mayComeAgain(nanos())).isEqualTo(Duration.ofMillis(250));
        now += 400;
        assertThat(keys.mayComeAgain(nanos())).isZero();
    }

    /** @return what of it counts as pressed; a blank is a longer pause */
    private String pressed(String arrivals, long apart) {
        StringBuilder counted = new StringBuilder();
        for (char symbol : arrivals.toCharArray()) {
            if (symbol == ' ') {
                now += 800;
                continue;
            }
            now += apart;
            Key key = Key.of(symbol).orElseThrow();
            if (keys.isPress(key, nanos())) {
                counted.append(symbol);
            }
        }
        return counted.toString();
    }

    private long nanos() {
        return Duration.ofMillis(now).toNanos();
    }
}
