package np.saathi.dev.hearing;

import java.util.function.IntPredicate;

/** How loud a piece of sound is, in whole and at one frequency. All in decibels below the loudest possible. */
final class Levels {
    /** Telephone silence: G.711's smallest values are near −66 dB, a whisper is above −45. */
    static final double SILENCE = -55;
    /** A tone is said to sound where its frequency alone is at least so loud. */
    private static final double TONE = -40;
    /** And where it stands out that far from its neighbours; a voice holds no pitch that long and that purely. */
    private static final double OVER_NEIGHBOURS = 10;
    private static final int NEIGHBOUR_HERTZ = 55;
    /** 100 ms: frequencies 10 Hz apart can be told from each other. */
    static final int WINDOW = Timeline.RATE / 10;
    private static final double LOUDEST = 32_768;

    private Levels() {}

    static double whole(short[] samples, int from, int length) {
        double power = 0;
        for (int i = from; i < from + length; i++) {
            power += (double) samples[i] * samples[i];
        }
        return decibels(Math.sqrt(power / length) / LOUDEST);
    }

    /** The level of one frequency (Goertzel's filter), as if it were the only sound. */
    static double at(int hertz, short[] samples, int from, int length) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / Timeline.RATE);
        double before = 0;
        double last = 0;
        for (int i = from; i < from + length; i++) {
            // Hann's window: without it a loud tone spreads over all other frequencies.
            double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / length);
            double next = weight * samples[i] + coefficient * last - before;
            before = last;
            last = next;
        }
        double power = last * last + before * before - coefficient * last * before;
        // The window halves the amplitude; a sine of amplitude a gives a·length/2, its root mean square is a/√2.
        return decibels(Math.sqrt(Math.max(power, 0)) * 4 / length / Math.sqrt(2) / LOUDEST);
    }

    /** Whether anything can be heard in a span, be it ever so short. */
    static boolean isHeard(short[] samples, int from, int to) {
        for (int at = Math.max(0, from); at < Math.min(to, samples.length); at += WINDOW) {
            if (whole(samples, at, Math.min(WINDOW, samples.length - at)) > SILENCE) {
                return true;
            }
        }
        return false;
    }

    private static double decibels(double ratio) {
        return 20 * Math.log10(Math.max(ratio, 1e-9));
    }

    static boolean isTone(int hertz, short[] samples, int from) {
        double level = at(hertz, samples, from, WINDOW);
        return level > TONE
                && level > at(hertz - NEIGHBOUR_HERTZ, samples, from, WINDOW) + OVER_NEIGHBOURS
                && level > at(hertz + NEIGHBOUR_HERTZ, samples, from, WINDOW) + OVER_NEIGHBOURS;
    }

    /** Which share, 0 to 1, of the 100 ms windows of a span fulfil the condition. */
    static double share(short[] samples, int from, int to, IntPredicate windowAt) {
        int all = 0;
        int fulfilled = 0;
        for (int at = Math.max(0, from); at + WINDOW <= Math.min(to, samples.length); at += WINDOW) {
            all++;
            fulfilled += windowAt.test(at) ? 1 : 0;
        }
        if (all == 0) {
            throw new IllegalArgumentException("nothing was recorded between " + Timeline.time(from) + " and "
                    + Timeline.time(to));
        }
        return (double) fulfilled / all;
    }
}
