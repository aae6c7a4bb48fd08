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

    private static final int SIZE = 16_384;
    private static final Fft FFT = new Fft(SIZE);
    /** A window without sound resembles nothing: below this mean square it is not compared. */
    private static final double QUIET = 20 * 20;

    /** Where, in samples, and how alike. */
    record Match(int at, double likeness) {}

    private final int length;
    private final double[] real = new double[SIZE];
    private final double[] imaginary = new double[SIZE];

    SoundPattern(short[] sound, int from, int length) {
        if (length > SIZE / 2) {
            throw new IllegalArgumentException("at most " + SIZE / 2 + " samples");
        }
        this.length = length;
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
        FFT.transform(real, imaginary);
    }

    int length() {
        return length;
    }

    /** Every place in [from, to) where the pattern begins, best first within each pattern's length. */
    List<Match> find(short[] sound, int from, int to) {
        List<Match> found = new ArrayList<>();
        double[] sums = energies(sound);
        int useful = SIZE - length + 1;
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
        int useful = SIZE - length + 1;
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
        double[] blockReal = new double[SIZE];
        double[] blockImaginary = new double[SIZE];
        for (int i = 0; i < SIZE && start + i < sound.length; i++) {
            blockReal[i] = sound[start + i];
        }
        FFT.transform(blockReal, blockImaginary);
        for (int i = 0; i < SIZE; i++) {
            // Times the conjugate: correlation, not convolution. Divided here: the way back does not.
            double r = (blockReal[i] * real[i] + blockImaginary[i] * imaginary[i]) / SIZE;
            double m = (blockImaginary[i] * real[i] - blockReal[i] * imaginary[i]) / SIZE;
            blockReal[i] = r;
            blockImaginary[i] = m;
        }
        FFT.transform(blockImaginary, blockReal);
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
