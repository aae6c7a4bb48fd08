package np.saathi.dev;

import java.util.Optional;

/**
 * Follows a sentence through a recording from where it began, window by window, until what is heard is something else:
 * by that it is known when a sentence was cut.
 */
final class PromptFollower {
    /** 40 ms. */
    private static final int WINDOW = Timeline.RATE / 25;
    /** 20 ms, a frame: the recording slips against the sentence by whole frames only, lost or doubled. */
    private static final int STEP = Timeline.RATE / 50;
    /** So long without likeness means over; shorter is a disturbance. */
    private static final int GIVEN_UP = Timeline.RATE / 5;
    /** High, because vowels of one voice are alike when they happen to fall on each other. */
    private static final double ALIKE = 0.8;
    private static final double QUIET = 60;

    private final short[] prompt;
    private final int start;

    /** Where it ended, in samples, and whether that was its own end. */
    record End(int at, boolean whole) {}

    PromptFollower(short[] prompt, int start) {
        this.prompt = prompt;
        this.start = start;
    }

    /** Its end, or nothing while that can't be said yet. */
    Optional<End> end(short[] heard, boolean noMoreComes) {
        int slip = 0;
        int lastAlike = 0;
        int unlike = 0;
        for (int at = 0; at + WINDOW <= prompt.length; at += STEP) {
            if (start + at + WINDOW + STEP > heard.length) {
                return noMoreComes ? Optional.of(new End(start + lastAlike, false)) : Optional.empty();
            }
            if (isQuiet(at)) {
                // A pause in the sentence proves nothing either way.
                continue;
            }
            int found = slipAt(heard, at, slip);
            if (found != Integer.MIN_VALUE) {
                slip = found;
                lastAlike = at + WINDOW;
                unlike = 0;
            } else {
                unlike += STEP;
                if (unlike >= GIVEN_UP) {
                    return Optional.of(new End(start + slip + lastAlike, false));
                }
            }
        }
        // What was unlike at the very end is too short to be a cut only where it is shorter than a word.
        boolean whole = unlike <= WINDOW;
        return Optional.of(new End(start + slip + (whole ? prompt.length : lastAlike), whole));
    }

    private boolean isQuiet(int at) {
        double energy = 0;
        for (int i = at; i < at + WINDOW; i++) {
            energy += (double) prompt[i] * prompt[i];
        }
        return energy < QUIET * QUIET * WINDOW;
    }

    /** By how much the window is shifted against the sentence, or MIN_VALUE where it is not there. */
    private int slipAt(short[] heard, int at, int expected) {
        if (likeness(heard, at, expected) >= ALIKE) {
            return expected;
        }
        for (int slip : new int[]{expected - STEP, expected + STEP}) {
            if (likeness(heard, at, slip) >= ALIKE) {
                return slip;
            }
        }
        return Integer.MIN_VALUE;
    }

    private double likeness(short[] heard, int at, int slip) {
        int from = start + at + slip;
        if (from < 0) {
            return 0;
        }
        double product = 0;
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < WINDOW; i++) {
            double a = prompt[at + i];
            double b = heard[from + i];
            product += a * b;
            ours += a * a;
            theirs += b * b;
        }
        return theirs == 0 ? 0 : product / Math.sqrt(ours * theirs);
    }
}
