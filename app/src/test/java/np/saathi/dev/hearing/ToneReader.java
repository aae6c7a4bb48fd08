package np.saathi.dev.hearing;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Reads from a tenth of a second of sound which coded number it carries, whatever else is mixed with it. */
final class ToneReader {
    /** 100 ms: tones 30 Hz apart don't touch each other. */
    static final int WINDOW = Timeline.RATE / 10;

    /** A tone is one of ours where its level is about what was sent; mixing with other sounds may move it. */
    private static final double WEAKEST = 0.6 * CodedSound.AMPLITUDE;
    private static final double STRONGEST = 1.5 * CodedSound.AMPLITUDE;
    /** Anything else of the same group must be weaker than this, or the group says nothing. */
    private static final double DISTURBANCE = 0.55 * CodedSound.AMPLITUDE;

    private static final double[] HANN = new double[WINDOW];

    static {
        Arrays.setAll(HANN, i -> 1 - Math.cos(2 * Math.PI * i / WINDOW));
    }

    private ToneReader() {}

    /**
     * @param number the number, or empty where none or no certain one is heard
     * @param begins whether the mark of its beginning sounds
     * @param ends whether the mark of its end sounds
     */
    record Reading(OptionalInt number, boolean begins, boolean ends) {
        private static final Reading NOTHING = new Reading(OptionalInt.empty(), false, false);
    }

    /** @param samples at least {@link #WINDOW} of them from that place on */
    static Reading read(short[] samples, int from) {
        double[] weighted = new double[WINDOW];
        double energy = 0;
        for (int i = 0; i < WINDOW; i++) {
            weighted[i] = HANN[i] * samples[from + i];
            energy += (double) samples[from + i] * samples[from + i];
        }
        // The weakest four tones that could be a number.
        if (energy < WINDOW * 4 * WEAKEST * WEAKEST / 4) {
            return Reading.NOTHING;
        }
        int[] digits = IntStream.range(0, ToneCode.GROUPS).map(group -> digit(weighted, group)).toArray();
        OptionalInt number = ToneCode.number(digits);
        return number.isEmpty()
                ? Reading.NOTHING
                : new Reading(number, isOurs(amplitude(weighted, ToneCode.BEGIN_HERTZ)),
                        isOurs(amplitude(weighted, ToneCode.END_HERTZ)));
    }

    private static int digit(double[] weighted, int group) {
        int found = ToneCode.UNREAD;
        for (int digit = 0; digit < ToneCode.BASE; digit++) {
            double amplitude = amplitude(weighted, ToneCode.hertz(group, digit));
            boolean ours = isOurs(amplitude);
            if (ours && found != ToneCode.UNREAD || !ours && amplitude > DISTURBANCE) {
                return ToneCode.UNREAD;
            }
            found = ours ? digit : found;
        }
        return found;
    }

    private static boolean isOurs(double amplitude) {
        return amplitude > WEAKEST && amplitude < STRONGEST;
    }

    /** Of one frequency, by Goertzel's filter. */
    private static double amplitude(double[] weighted, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / Timeline.RATE);
        double before = 0;
        double last = 0;
        for (double sample : weighted) {
            double next = sample + coefficient * last - before;
            before = last;
            last = next;
        }
        double power = last * last + before * before - coefficient * last * before;
        return 2 * Math.sqrt(Math.max(power, 0)) / WINDOW;
    }
}
