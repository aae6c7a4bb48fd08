package np.saathi.prompt.speech;

import static np.saathi.prompt.speech.Tones.between;
import static np.saathi.prompt.speech.Tones.tone;
import static np.saathi.prompt.speech.Tones.wav;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;

import javax.sound.sampled.UnsupportedAudioFileException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTests {

    @ParameterizedTest
    @CsvSource({"8000, 16, 1", "8000, 8, 1", "11025, 16, 1", "16000, 16, 2", "22050, 16, 1", "44100, 24, 2",
            "48000, 16, 1", "48000, 32, 2"})
    void anyUsualRecordingBecomesTelephoneSound(int rate, int bits, int channels) throws Exception {
        Sound read = Sound.read(new ByteArrayInputStream(wav(tone(1000, 1, 0.1, rate), bits, channels)));
        assertThat(read.rate()).isEqualTo(rate);

        Sound sound = read.forTelephone();

        assertThat(sound.rate()).isEqualTo(8000);
        assertThat(sound.length()).isCloseTo(Duration.ofMillis(1150), Duration.ofMillis(15));
        assertThat(Sound.decibel(sound.speechPower())).isCloseTo(Sound.SPEECH_LEVEL, within(0.5));
        assertThat(crossings(sound)).isCloseTo(2000, within(10));
    }

    @Test
    void whatATelephoneCannotCarryDoesNotFoldBackAsHiss() {
        Sound carried = middleOfTelephoneTone(3000);
        Sound hiss = middleOfTelephoneTone(5200);

        assertThat(Sound.decibel(carried.speechPower())).isCloseTo(-9, within(0.3));
        assertThat(Sound.decibel(hiss.speechPower())).isLessThan(-50);
    }

    @Test
    void silenceAroundTheWordsIsCut() {
        Sound sound = between(1.5, tone(400, 0.5, 0.2, 8000), 2).forTelephone();

        assertThat(sound.length()).isCloseTo(Duration.ofMillis(670), Duration.ofMillis(20));
    }

    @Test
    void quietAndLoudVoicesBecomeEquallyLoud() {
        double quiet = tone(400, 0.5, 0.01, 8000).forTelephone().speechPower();
        double loud = tone(400, 0.5, 0.99, 8000).forTelephone().speechPower();

        assertThat(Sound.decibel(quiet)).isCloseTo(Sound.decibel(loud), within(0.2));
    }

    @Test
    void peaksAreNotCutOff() {
        Sound clicks = between(0, tone(400, 0.5, 0.01, 8000), 0);
        clicks.samples()[2000] = 1;

        for (short sample : clicks.forTelephone().pcm()) {
            assertThat(Math.abs(sample)).isLessThan((short) 30_000);
        }
    }

    @Test
    void silenceIsKnownAsSuch() {
        assertThat(tone(400, 1, 0.0005, 8000).silent()).isTrue();
        assertThat(Sound.silence(Duration.ofSeconds(1)).silent()).isTrue();
        assertThat(new Sound(new float[0], 8000).silent()).isTrue();
        assertThat(tone(400, 1, 0.05, 8000).silent()).isFalse();
    }

    @Test
    void otherFormatsAreRefused() throws Exception {
        byte[] tooFine = wav(tone(400, 0.1, 0.1, 96_000), 16, 1);
        assertThatExceptionOfType(UnsupportedAudioFileException.class)
                .isThrownBy(() -> Sound.read(new ByteArrayInputStream(tooFine)))
                .withMessageContaining("48 kHz").withMessageContaining("96000");
        assertThatExceptionOfType(UnsupportedAudioFileException.class)
                .isThrownBy(() -> Sound.read(new ByteArrayInputStream(new byte[]{'O', 'g', 'g', 'S', 0, 0, 0, 0})));
    }

    /** Without the ends, whose clicks have every frequency. */
    private static Sound middleOfTelephoneTone(double hertz) {
        float[] samples = new Resampler(48_000, 8000).resample(tone(hertz, 1, 0.5, 48_000).samples());
        return new Sound(Arrays.copyOfRange(samples, 1000, 7000), 8000);
    }

    private static int crossings(Sound sound) {
        int crossings = 0;
        for (int i = 1; i < sound.samples().length; i++) {
            if (sound.samples()[i - 1] < 0 != sound.samples()[i] < 0) {
                crossings++;
            }
        }
        return crossings;
    }
}
