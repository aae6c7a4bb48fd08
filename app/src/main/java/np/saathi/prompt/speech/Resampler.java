package np.saathi.prompt.speech;

import java.math.BigInteger;

/**
 * Changes the sampling rate of a sound by a windowed-sinc low-pass filter, as a polyphase bank: for output rate
 * {@code up} and input rate {@code down} (in lowest terms) there are {@code up} ready-made filters, one for each
 * position that an output sample can have between two input samples.
 */
final class Resampler {

    /** Telephone speech ends at 3.4 kHz; the filter falls from here to the edge of the new band. */
    private static final double PASS = 0.92;

    /** Zero crossings of the sinc on each side: enough for 60 dB against the hiss of folded-back frequencies. */
    private static final int CROSSINGS = 16;

    private final int up;
    private final int down;
    private final int reach;
    private final double[][] filters;

    Resampler(int from, int to) {
        int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
        up = to / common;
        down = from / common;
        double cutoff = PASS * Math.min(1.0, (double) to / from);
        reach = (int) Math.ceil(CROSSINGS / cutoff);
        filters = new double[up][];
        for (int phase = 0; phase < up; phase++) {
            filters[phase] = filter((double) phase / up, cutoff);
        }
    }

    float[] resample(float[] samples) {
        float[] resampled = new float[(int) ((long) samples.length * up / down)];
        for (int i = 0; i < resampled.length; i++) {
            long position = (long) i * down;
            double[] filter = filters[(int) (position % up)];
            int first = (int) (position / up) - reach + 1;
            double sum = 0;
            for (int tap = Math.max(0, -first); tap < filter.length && first + tap < samples.length; tap++) {
                sum += filter[tap] * samples[first + tap];
            }
            resampled[i] = (float) sum;
        }
        return resampled;
    }

    /** Taps for an output that lies {@code fraction} of an input sample after the input sample number reach - 1. */
    private double[] filter(double fraction, double cutoff) {
        double[] taps = new double[2 * reach];
        double sum = 0;
        for (int tap = 0; tap < taps.length; tap++) {
            double distance = tap - (reach - 1) - fraction;
            double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / (reach + 1));
            taps[tap] = sinc(cutoff * distance) * window;
            sum += taps[tap];
        }
        for (int tap = 0; tap < taps.length; tap++) {
            taps[tap] /= sum;
        }
        return taps;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
