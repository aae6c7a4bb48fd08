package np.saathi.prompt.speech;

/**
 * Encodes sound as ITU-T G.711 does: 16-bit linear samples to one byte each, A-law (Nepal's networks and Europe's) or
 * µ-law. Tested against the recommendation's tables.
 */
final class G711 {

    private static final int MU_BIAS = 0x84;
    private static final int MU_CLIP = 32_635;

    private G711() {}

    static byte[] alaw(short[] samples) {
        byte[] encoded = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            encoded[i] = alaw(samples[i]);
        }
        return encoded;
    }

    static byte[] ulaw(short[] samples) {
        byte[] encoded = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            encoded[i] = ulaw(samples[i]);
        }
        return encoded;
    }

    /** 13 bits count: sign, then a segment (the exponent) and four bits within it; every other bit inverted (0x55). */
    static byte alaw(short sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int magnitude = (sample >= 0 ? sample : ~sample) >> 4;
        int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
        int step = segment < 2 ? magnitude & 0x1F : (segment << 4) | ((magnitude >> (segment - 1)) & 0x0F);
        return (byte) ((sign | step) ^ 0x55);
    }

    /** 14 bits count: as A-law, but with a bias that spares the first segment its special case; all bits inverted. */
    static byte ulaw(short sample) {
        int sign = sample >= 0 ? 0 : 0x80;
        int magnitude = Math.min(sample >= 0 ? sample : ~sample, MU_CLIP) + MU_BIAS;
        int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
        int step = (segment << 4) | ((magnitude >> (segment + 3)) & 0x0F);
        return (byte) ~(sign | step);
    }
}
