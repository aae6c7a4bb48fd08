package np.saathi.dev.hearing;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A number as five tones that sound together: its three digits to the base 13 are a polynomial over GF(13), and each
 * tone tells that polynomial's value at one point (a Reed-Solomon code of length 5). Three values are enough to know the
 * number, so four already check each other.
 *
 * <p>All tones lie between 1350 and 3360 Hz: above the voices of the test phones and most of the music on hold, below the
 * telephone's upper end; without a tone of DTMF's lower group they are no key.
 */
final class ToneCode {
    /** Numbers from 0 up to this one, excluded. */
    static final int NUMBERS = 13 * 13 * 13;
    static final int GROUPS = 5;
    static final int BASE = 13;
    /** Sounds beside the five while a sound begins, and while it ends: for {@link CodedSound#MARK}. */
    static final int BEGIN_HERTZ = 3_300;
    static final int END_HERTZ = 3_360;
    /** In place of a digit that could not be read. */
    static final int UNREAD = -1;

    private static final int LOWEST_HERTZ = 1_350;
    private static final int SPACING_HERTZ = 30;
    /** Fewer values than this say nothing: any three of them are some number. */
    private static final int ENOUGH = 4;
    private static final int[][] CODE = new int[NUMBERS][];

    static {
        Arrays.setAll(CODE, ToneCode::values);
    }

    private ToneCode() {}

    private static int[] values(int number) {
        int a = number % BASE;
        int b = number / BASE % BASE;
        int c = number / BASE / BASE;
        int[] values = new int[GROUPS];
        Arrays.setAll(values, x -> (a + b * x + c * x * x) % BASE);
        return values;
    }

    /** Which tone of each group sounds, 0 to 12. */
    static int[] digits(int number) {
        return CODE[number].clone();
    }

    static int hertz(int group, int digit) {
        return LOWEST_HERTZ + SPACING_HERTZ * (BASE * group + digit);
    }

    /** @param digits one of each group, or {@link #UNREAD}; at most one of them */
    static OptionalInt number(int[] digits) {
        int read = (int) Arrays.stream(digits).filter(digit -> digit != UNREAD).count();
        if (read < ENOUGH) {
            return OptionalInt.empty();
        }
        for (int number = 0; number < NUMBERS; number++) {
            if (agrees(CODE[number], digits)) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean agrees(int[] code, int[] digits) {
        for (int group = 0; group < GROUPS; group++) {
            if (digits[group] != UNREAD && digits[group] != code[group]) {
                return false;
            }
        }
        return true;
    }
}
