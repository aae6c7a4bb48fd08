package np.saathi.dev;

import java.util.Optional;

/**
 * Follows a sentence through a recording from where it began, window by window, until what is heard is something else:
 * by that it is known when a sentence was cut.
 */
final class PromptFollower {
    /** 40 ms. */
    private static final int WINDOW = Timeline.RATE / 25;
    private static final int STEP = Timeline.FRAME;
    /** The recording slips against the sentence by whole frames only, late or lost on a busy machine: 300 ms. */
    private static final int SLIPS = 15;
    /** So long without likeness means over; shorter is a disturbance. */
    private static final int GIVEN_UP = Timeline.RATE / 5;
    /** So little missing at the end is no cut: a hang-up that follows at once takes the last frames along. */
    private static final int NOTHING = Timeline.RATE * 15 / 100;
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

    /** How far the sentence was followed: its last place that was heard, by how much that was shifted, and why not on. */
    private record Followed(int place, int slip, Stop stop) {}

    private enum Stop {
        AT_ITS_END, UNLIKE, NOT_HEARD_YET
    }

    /** Its end, or nothing while that can't be said yet. */
    Optional<End> end(short[] heard, boolean noMoreComes) {
        Followed followed = follow(heard);
        if (followed.stop() == Stop.NOT_HEARD_YET && !noMoreComes) {
            return Optional.empty();
        }
        boolean whole = followed.stop() != Stop.UNLIKE && soundAfter(followed.place()) <= NOTHING;
        int last = whole ? prompt.length : followed.place();
        return Optional.of(new End(start + followed.slip() + last, whole));
    }

    /** Whether it was heard from its beginning up to a place in it. */
    boolean reaches(short[] heard, int place) {
        return follow(heard).place() >= place;
    }

    private Followed follow(short[] heard) {
        int slip = 0;
        int lastAlike = 0;
        int unlike = 0;
        for (int at = 0; at + WINDOW <= prompt.length; at += STEP) {
            if (start + at + slip + 3 * WINDOW > heard.length) {
                return new Followed(lastAlike, slip, Stop.NOT_HEARD_YET);
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
                    return new Followed(lastAlike, slip, Stop.UNLIKE);
                }
            }
        }
        return new Followed(lastAlike, slip, Stop.AT_ITS_END);
    }

    /** How many samples of the sentence after that place are no pause. */
    private int soundAfter(int place) {
        int sound = 0;
        for (int at = place; at + WINDOW <= prompt.length; at += STEP) {
            sound += isQuiet(at) ? 0 : STEP;
        }
        return sound;
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
        if (likeness(heard, at, expected, WINDOW) >= ALIKE) {
            return expected;
        }
        // Out of step? A longer piece is asked for, so that no other vowel is taken for it.
        int longer = Math.min(3 * WINDOW, prompt.length - at);
        for (int frames = 1; frames <= SLIPS; frames++) {
            for (int slip : new int[]{expected + frames * STEP, expected - frames * STEP}) {
                if (likeness(heard, at, slip, longer) >= ALIKE) {
                    return slip;
                }
            }
        }
        return Integer.MIN_VALUE;
    }

    private double likeness(short[] heard, int at, int slip, int length) {
        int from = start + at + slip;
        if (from < 0 || from + length > heard.length) {
            return 0;
        }
        double product = 0;
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < length; i++) {
            double a = prompt[at + i];
            double b = heard[from + i];
            product += a * b;
            ours += a * a;
            theirs += b * b;
        }
        return theirs == 0 ? 0 : product / Math.sqrt(ours * theirs);
    }
}
