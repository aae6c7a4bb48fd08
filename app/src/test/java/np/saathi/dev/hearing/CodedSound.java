package np.saathi.dev.hearing;

import java.time.Duration;

/** The sound that carries a number ({@link ToneCode}) from its first to its last moment, with its beginning and end marked. */
final class CodedSound {
    /**
     * The peak of each tone, of 32,767. Five of them have the power that the line gives to all its prompts (-22 dB
     * against full scale), so a recording of this sound is left as loud as it is.
     */
    static final double AMPLITUDE = 1_600;
    /** How long the beginning and the end are marked: a whisper loses its first 100 ms, a hang-up the last frames. */
    static final int MARK = Timeline.RATE / 5;
    /** Shorter ones could not be marked at both ends. */
    static final Duration SHORTEST = Timeline.time(2 * MARK);

    private static final int FADE = Timeline.RATE / 200;

    private CodedSound() {}

    static short[] of(int number, Duration length) {
        if (length.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("at least " + SHORTEST);
        }
        double[] sum = new double[Timeline.position(length)];
        int[] digits = ToneCode.digits(number);
        for (int group = 0; group < digits.length; group++) {
            add(sum, ToneCode.hertz(group, digits[group]), 0, sum.length);
        }
        add(sum, ToneCode.BEGIN_HERTZ, 0, MARK);
        add(sum, ToneCode.END_HERTZ, sum.length - MARK, sum.length);
        short[] samples = new short[sum.length];
        for (int i = 0; i < samples.length; i++) {
            double fade = Math.min(1, (double) Math.min(i, samples.length - 1 - i) / FADE);
            samples[i] = (short) Math.round(sum[i] * fade);
        }
        return samples;
    }

    private static void add(double[] sum, int hertz, int from, int to) {
        for (int i = from; i < to; i++) {
            // Each tone has a phase of its own, or their peaks would meet.
            sum[i] += AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / Timeline.RATE + hertz);
        }
    }
}
