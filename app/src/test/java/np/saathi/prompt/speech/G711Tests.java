package np.saathi.prompt.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

/** Against ITU-T G.711: its test tone of 1 kHz at 0 dBm0 (tables 5 and 6), and the corners of its code tables. */
class G711Tests {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Full scale of A-law is +3.14 dBm0, of µ-law +3.17 dBm0. */
    private static short[] testTone(double fullScale, double fullScaleLevel) {
        double amplitude = fullScale * Math.pow(10, -fullScaleLevel / 20);
        short[] samples = new short[8];
        for (int i = 0; i < samples.length; i++) {
            // The recommendation's period begins with the negative half.
            samples[i] = (short) Math.round(-amplitude * Math.sin(Math.PI * (2 * i + 1) / 8));
        }
        return samples;
    }

    @Test
    void theRecommendationsTestToneInAlaw() {
        assertThat(HEX.formatHex(G711.alaw(testTone(32_768, 3.14)))).isEqualTo("34212134B4A1A1B4");
    }

    @Test
    void theRecommendationsTestToneInUlaw() {
        assertThat(HEX.formatHex(G711.ulaw(testTone(32_636, 3.17)))).isEqualTo("1E0B0B1E9E8B8B9E");
    }

    @Test
    void cornersOfAlaw() {
        short[] samples = {0, 15, 16, -1, -16, -17, 511, 512, 1023, 1024, Short.MAX_VALUE, Short.MIN_VALUE};
        assertThat(HEX.formatHex(G711.alaw(samples))).isEqualTo("D5D5D4555554CAF5FAE5AA2A");
    }

    @Test
    void cornersOfUlaw() {
        short[] samples = {0, 7, -1, -8, 32_635, Short.MAX_VALUE, -32_635, Short.MIN_VALUE};
        assertThat(HEX.formatHex(G711.ulaw(samples))).isEqualTo("FFFE7F7E80800000");
    }

    @Test
    void louderIsNeverEncodedAsQuieter() {
        int alaw = -1;
        int ulaw = -1;
        for (int sample = 0; sample <= Short.MAX_VALUE; sample++) {
            int nextAlaw = (G711.alaw((short) sample) ^ 0x55) & 0x7F;
            int nextUlaw = ~G711.ulaw((short) sample) & 0x7F;
            assertThat(nextAlaw).isGreaterThanOrEqualTo(alaw).isLessThanOrEqualTo(alaw + 1);
            assertThat(nextUlaw).isGreaterThanOrEqualTo(ulaw).isLessThanOrEqualTo(ulaw + 1);
            alaw = nextAlaw;
            ulaw = nextUlaw;
        }
        assertThat(alaw).isEqualTo(127);
        assertThat(ulaw).isEqualTo(127);
    }
}
