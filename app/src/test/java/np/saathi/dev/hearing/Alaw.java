package np.saathi.dev.hearing;

/** G.711 A-law, one byte a sample, to 16-bit samples (ITU-T G.711, table 1a). */
public final class Alaw {
    private Alaw() {}

    public static short[] decode(byte[] bytes) {
        short[] samples = new short[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            samples[i] = decode(bytes[i]);
        }
        return samples;
    }

    private static short decode(byte coded) {
        int bits = (coded & 0xff) ^ 0x55;
        int segment = (bits >> 4) & 0x07;
        int value = ((bits & 0x0f) << 4) + 8;
        if (segment > 0) {
            value = (value + 0x100) << (segment - 1);
        }
        return (short) ((bits & 0x80) != 0 ? value : -value);
    }

    /** The way back, for sounds that tests make themselves. */
    public static byte[] encode(short[] samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = encode(samples[i]);
        }
        return bytes;
    }

    private static byte encode(short sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int value = Math.min(Math.abs((int) sample), 32_767) >> 4;
        int segment = value < 16 ? 0 : 32 - Integer.numberOfLeadingZeros(value) - 4;
        int mantissa = segment < 2 ? value & 0x0f : (value >> (segment - 1)) & 0x0f;
        return (byte) ((sign | segment << 4 | mantissa) ^ 0x55);
    }
}
