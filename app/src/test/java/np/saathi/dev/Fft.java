package np.saathi.dev;

/** A fast Fourier transform of one size (a power of two), in place, radix 2. */
final class Fft {
    private final int size;
    private final double[] cosine;
    private final double[] sine;
    /** Where each place goes: its bits backwards. */
    private final int[] reversed;

    Fft(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(size + " is no power of two");
        }
        this.size = size;
        this.cosine = new double[size / 2];
        this.sine = new double[size / 2];
        this.reversed = new int[size];
        for (int i = 1; i < size; i++) {
            reversed[i] = Integer.reverse(i) >>> 32 - Integer.numberOfTrailingZeros(size);
        }
        for (int i = 0; i < size / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / size);
            sine[i] = -Math.sin(2 * Math.PI * i / size);
        }
    }

    int size() {
        return size;
    }

    /** Time to frequency. The way back is the same with the two arrays swapped, and divided by the size. */
    void transform(double[] real, double[] imaginary) {
        reorder(real, imaginary);
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int a = start + i;
                    int b = a + half;
                    double c = cosine[i * step];
                    double s = sine[i * step];
                    double r = real[b] * c - imaginary[b] * s;
                    double m = real[b] * s + imaginary[b] * c;
                    real[b] = real[a] - r;
                    imaginary[b] = imaginary[a] - m;
                    real[a] += r;
                    imaginary[a] += m;
                }
            }
        }
    }

    private void reorder(double[] real, double[] imaginary) {
        for (int i = 1; i < size; i++) {
            int j = reversed[i];
            if (j > i) {
                double r = real[i];
                real[i] = real[j];
                real[j] = r;
                double m = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = m;
            }
        }
    }
}
