package np.saathi.dev;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A short piece of sound to be found in a long one, by normalised cross-correlation: 1 is the same sound whatever its
 * loudness, 0 has nothing in common. Both are compared by their differences from sample to sample: that weakens the low
 * hum in which all vowels of a voice are alike. Computed by FFT, two blocks at a time (as real and imaginary part).
 */
final class SoundPattern {
    /**
     * From here on a piece counts as found. A prompt heard through a call gives above 0.95, and with somebody else
     * talking over it as loudly about 0.7; other words of the same voice stay below {@link #ALIKE}.
     */
    static final double FOUND = 0.7;
    /** Two pieces that come nearer than this are not safely told apart. */
    static final double ALIKE = 0.55;

    /** Sizes of transforms; what is new since the last look at a growing recording needs the smallest only. */
    private static final int[] SIZES = {8_192, 16_384, 32_768};
    private static final int LARGEST = SIZES[SIZES.length - 1];
    private static final Map<Integer, Fft> FFTS = new ConcurrentHashMap<>();
    /** A window without sound resembles nothing: below this mean square (of differences) it is not compared. */
    private static final double QUIET = 10 * 10;

    /** Where, in samples, and how alike. */
    record Match(int at, double likeness) {}

    private final double[] pattern;
    private final Map<Integer, Spectrum> spectra = new ConcurrentHashMap<>();

    private record Spectrum(Fft fft, double[] real, double[] imaginary) {}

    SoundPattern(short[] sound, int from, int length) {
        if (length > LARGEST / 2) {
            throw new IllegalArgumentException("at most " + LARGEST / 2 + " samples");
        }
        this.pattern = new double[length];
        double energy = 0;
        for (int i = 0; i < length; i++) {
            pattern[i] = difference(sound, from + i);
            energy += pattern[i] * pattern[i];
        }
        double unit = Math.sqrt(Math.max(energy, 1));
        for (int i = 0; i < length; i++) {
            pattern[i] /= unit;
        }
    }

    private Spectrum spectrum(int size) {
        return spectra.computeIfAbsent(size, _ -> {
            Fft fft = FFTS.computeIfAbsent(size, Fft::new);
            double[] real = Arrays.copyOf(pattern, size);
            double[] imaginary = new double[size];
            fft.transform(real, imaginary);
            return new Spectrum(fft, real, imaginary);
        });
    }

    /** The smallest size that does it in one go, two blocks at a time. */
    private int size(int places) {
        for (int size : SIZES) {
            if (2 * (size - pattern.length + 1) >= places) {
                return size;
            }
        }
        return pattern.length < SIZES[0] / 4 ? SIZES[0] : LARGEST;
    }

    int length() {
        return pattern.length;
    }

    /** Every place in [from, to) where the pattern begins; of places nearer than its length the best. */
    List<Match> find(short[] sound, int from, int to) {
        return find(sound, from, to, FOUND);
    }

    List<Match> find(short[] sound, int from, int to, double atLeast) {
        List<Match> found = new ArrayList<>();
        scan(sound, from, to, match -> {
            if (match.likeness() >= atLeast) {
                keep(found, match);
            }
        });
        return found;
    }

    /** How alike the most alike place is. */
    double best(short[] sound) {
        double[] best = {0};
        scan(sound, 0, sound.length, match -> best[0] = Math.max(best[0], match.likeness()));
        return best[0];
    }

    private void keep(List<Match> found, Match match) {
        Match before = found.isEmpty() ? null : found.getLast();
        if (before == null || match.at() - before.at() >= pattern.length) {
            found.add(match);
        } else if (match.likeness() > before.likeness()) {
            found.set(found.size() - 1, match);
        }
    }

    private interface Place {
        void is(Match match);
    }

    private void scan(short[] sound, int from, int to, Place place) {
        int length = pattern.length;
        int first = Math.max(0, from);
        int last = Math.min(to, sound.length - length + 1);
        if (first >= last) {
            return;
        }
        double[] sums = energies(sound, first, last + length - 1);
        Spectrum spectrum = spectrum(size(last - first));
        int useful = spectrum.real.length - length + 1;
        for (int start = first; start < last; start += 2 * useful) {
            double[][] likeness = correlate(spectrum, sound, start, start + useful);
            for (int i = 0; i < 2 * useful && start + i < last; i++) {
                double energy = sums[start + i + length - first] - sums[start + i - first];
                if (energy >= QUIET * length) {
                    double product = i < useful ? likeness[0][i] : likeness[1][i - useful];
                    place.is(new Match(start + i, product / Math.sqrt(energy)));
                }
            }
        }
    }

    private static double[][] correlate(Spectrum spectrum, short[] sound, int first, int second) {
        int size = spectrum.real.length;
        double[] r = new double[size];
        double[] m = new double[size];
        for (int i = 0; i < size; i++) {
            r[i] = difference(sound, first + i);
            m[i] = difference(sound, second + i);
        }
        spectrum.fft.transform(r, m);
        for (int i = 0; i < size; i++) {
            // Times the conjugate: correlation, not convolution. Divided here: the way back does not.
            double product = (r[i] * spectrum.real[i] + m[i] * spectrum.imaginary[i]) / size;
            m[i] = (m[i] * spectrum.real[i] - r[i] * spectrum.imaginary[i]) / size;
            r[i] = product;
        }
        spectrum.fft.transform(m, r);
        return new double[][]{r, m};
    }

    /** Running sums of squares, so that the energy of any window is one subtraction. */
    private static double[] energies(short[] sound, int from, int to) {
        double[] sums = new double[to - from + 1];
        for (int i = 0; i < to - from; i++) {
            double difference = difference(sound, from + i);
            sums[i + 1] = sums[i] + difference * difference;
        }
        return sums;
    }

    private static double difference(short[] sound, int at) {
        if (at >= sound.length) {
            return 0;
        }
        return at == 0 ? sound[0] : sound[at] - sound[at - 1];
    }
}
