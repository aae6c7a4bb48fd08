package np.saathi.dev;

import java.util.ArrayList;
import java.util.List;

/**
 * A short piece of sound to be found in a long one, by normalised cross-correlation: 1 is the same sound whatever its
 * loudness, 0 has nothing in common. Computed by FFT, blockwise.
 */
final class SoundPattern {
    /**
     * From here on a piece counts as found. The same prompt, once through G.711 and a call, gives above 0.95, and with
     * somebody else talking as loudly over it about 0.7; other words of the same synthetic voice stay below 0.55.
     */
    static final double FOUND = 0.65;

    private static final int FULL = 16_384;
    private static final int COARSE = 4_096;
    private static final Fft FULL_FFT = new Fft(FULL);
    private static final Fft COARSE_FFT = new Fft(COARSE);
    /** A window without sound resembles nothing: below this mean square it is not compared. */
    private static final double QUIET = 20 * 20;

    /** Where, in samples, and how alike. */
    record Match(int at, double likeness) {}

    private final int length;
    private final int size;
    private final Fft fft;
    private final double[] real;
    private final double[] imaginary;

    SoundPattern(short[] sound, int from, int length) {
        this(sound, from, length, FULL, FULL_FFT);
    }

    /** For sound of an eighth of the rate: thirty times as fast, to tell what can't be alike. */
    static SoundPattern coarse(short[] sound, int from, int length) {
        return new SoundPattern(sound, from, length, COARSE, COARSE_FFT);
    }

    private SoundPattern(short[] sound, int from, int length, int size, Fft fft) {
        if (length > size / 2) {
            throw new IllegalArgumentException("at most " + size / 2 + " samples");
        }
        this.length = length;
        this.size = size;
        this.fft = fft;
        this.real = new double[size];
        this.imaginary = new double[size];
        double mean = 0;
        for (int i = 0; i < length; i++) {
            mean += sound[from + i];
        }
        mean /= length;
        double energy = 0;
        for (int i = 0; i < length; i++) {
            real[i] = sound[from + i] - mean;
            energy += real[i] * real[i];
        }
        double unit = Math.sqrt(Math.max(energy, 1));
        for (int i = 0; i < length; i++) {
            real[i] /= unit;
        }
        fft.transform(real, imaginary);
    }

    int length() {
        return length;
    }

    /** Every place in [from, to) where the pattern begins, best first within each pattern's length. */
    List<Match> find(short[] sound, int from, int to) {
        List<Match> found = new ArrayList<>();
        double[] sums = energies(sound);
        int useful = size - length + 1;
        int last = Math.min(to, sound.length - length + 1);
        for (int start = Math.max(0, from); start < last; start += useful) {
            double[] likeness = correlate(sound, start);
            for (int i = 0; i < useful && start + i < last; i++) {
                double energy = sums[start + i + length] - sums[start + i];
                double score = energy < QUIET * length ? 0 : likeness[i] / Math.sqrt(energy);
                if (score >= FOUND) {
                    keep(found, new Match(start + i, score));
                }
            }
        }
        return found;
    }

    /** How alike the most alike place is. */
    double best(short[] sound) {
        double[] sums = energies(sound);
        double best = 0;
        int useful = size - length + 1;
        for (int start = 0; start + length <= sound.length; start += useful) {
            double[] likeness = correlate(sound, start);
            for (int i = 0; i < useful && start + i + length <= sound.length; i++) {
                double energy = sums[start + i + length] - sums[start + i];
                best = energy < QUIET * length ? best : Math.max(best, likeness[i] / Math.sqrt(energy));
            }
        }
        return best;
    }

    private void keep(List<Match> found, Match match) {
        Match before = found.isEmpty() ? null : found.getLast();
        if (before == null || match.at() - before.at() >= length) {
            found.add(match);
        } else if (match.likeness() > before.likeness()) {
            found.set(found.size() - 1, match);
        }
    }

    private double[] correlate(short[] sound, int start) {
        double[] blockReal = new double[size];
        double[] blockImaginary = new double[size];
        for (int i = 0; i < size && start + i < sound.length; i++) {
            blockReal[i] = sound[start + i];
        }
        fft.transform(blockReal, blockImaginary);
        for (int i = 0; i < size; i++) {
            // Times the conjugate: correlation, not convolution. Divided here: the way back does not.
            double r = (blockReal[i] * real[i] + blockImaginary[i] * imaginary[i]) / size;
            double m = (blockImaginary[i] * real[i] - blockReal[i] * imaginary[i]) / size;
            blockReal[i] = r;
            blockImaginary[i] = m;
        }
        fft.transform(blockImaginary, blockReal);
        return blockReal;
    }

    /** Running sums of squares, so that the energy of any window is one subtraction. */
    private static double[] energies(short[] sound) {
        double[] sums = new double[sound.length + 1];
        for (int i = 0; i < sound.length; i++) {
            sums[i + 1] = sums[i] + (double) sound[i] * sound[i];
        }
        return sums;
    }
}
