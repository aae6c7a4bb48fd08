package np.saathi.telephony.asterisk;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import np.saathi.telephony.Key;

/**
 * Tells the second arrival of one press from a second press. Some networks send each key by two ways (RFC 4733 and SIP
 * INFO, or an event and its tone), and Asterisk counts both. Which way a key came it does not tell; but a phone of which
 * two presses came once each sends by one way, and from then on every arrival of its call is a press.
 */
final class DoubledKeys {
    /**
     * How long after the first arrival of a press its second comes: INFO is sent when the key goes down or up, an event
     * counts when it is up, and Asterisk plays a key without a beginning for as long as it was held.
     */
    static final Duration APART = Duration.ofMillis(350);
    /** Where it is known that two ways are used. */
    private static final Duration FAR_APART = Duration.ofMillis(600);
    /** One press may have been two quick ones, or its second arrival was lost; not twice in a row. */
    private static final int PROOF = 2;

    /** By how many ways the keys of this phone come. */
    enum Ways {
        UNKNOWN, ONE, TWO
    }

    private Ways ways = Ways.UNKNOWN;
    private @Nullable Key last;
    private long lastNanos;
    private boolean cameAgain;
    private @Nullable Key dropped;
    private int once;
    private int twice;

    Ways ways() {
        return ways;
    }

    void learn(Ways known) {
        ways = known;
    }

    /** @return whether it is a press; otherwise the last one came again */
    boolean isPress(Key key, long nanos) {
        if (key == last && !cameAgain && ways != Ways.ONE && nanos - lastNanos < apart().toNanos()) {
            cameAgain = true;
            return false;
        }
        dropped = cameAgain ? last : null;
        settle();
        last = key;
        lastNanos = nanos;
        cameAgain = false;
        return true;
    }

    /** What came right before the last press, and was taken for the one before it come again. */
    @Nullable
    Key droppedBefore() {
        return dropped;
    }

    /** The last press does not come again any more: it counts as proof now. */
    void settle() {
        if (last != null) {
            count(cameAgain);
        }
        last = null;
    }

    /**
     * A number was keyed in, of which the times are not known.
     *
     * @param whole whether it has as many digits as it may have; in a shorter one pairs may be what was meant
     */
    void keyedIn(List<Key> number, boolean whole) {
        settle();
        int from = 0;
        for (int i = 1; i <= number.size(); i++) {
            if (i == number.size() || number.get(i) != number.get(from)) {
                boolean pair = i - from == 2;
                if (whole && pair || i - from == 1) {
                    count(pair);
                }
                from = i;
            }
        }
    }

    private void count(boolean again) {
        if (ways != Ways.ONE) {
            once = again ? 0 : once + 1;
            twice = again ? twice + 1 : 0;
            ways = once >= PROOF ? Ways.ONE : twice >= PROOF ? Ways.TWO : ways;
        }
    }

    /** @return how long the last press may still come again; zero where it does not */
    Duration mayComeAgain(long nanos) {
        if (last == null || cameAgain || ways == Ways.ONE) {
            return Duration.ZERO;
        }
        Duration left = apart().minusNanos(nanos - lastNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration apart() {
        return ways == Ways.TWO ? FAR_APART : APART;
    }
}
