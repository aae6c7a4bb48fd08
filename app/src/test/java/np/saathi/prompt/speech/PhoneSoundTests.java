package np.saathi.prompt.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneSoundTests {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    @TempDir
    Path files;

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 16_000, 22_050, 44_100, 48_000})
    void aToneStaysTheSameToneWithoutSeams(int rate) throws Exception {
        Path source = tone(rate, 440, 11, 2, AudioFileFormat.Type.WAVE);
        Path phone = files.resolve("phone.wav");
        assertThat(PhoneSound.transcode(source, phone, LONGEST)).isCloseTo(Duration.ofSeconds(11),
                Duration.ofMillis(5));
        Sound heard = Sound.read(Files.newInputStream(phone));
        assertThat(heard.rate()).isEqualTo(8000);
        assertThat(Sound.decibel(heard.speechPower())).isCloseTo(Sound.SPEECH_LEVEL, within(0.5));
        assertThat(purity(heard, 440)).as("power outside of the tone, in decibel").isLessThan(-50);
    }

    @Test
    void otherContainersAreRead() throws Exception {
        for (AudioFileFormat.Type type : new AudioFileFormat.Type[]{AudioFileFormat.Type.AIFF,
                AudioFileFormat.Type.AU}) {
            assertThat(PhoneSound.transcode(tone(44_100, 440, 2, 1, type), files.resolve("phone.wav"), LONGEST))
                    .isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(5));
        }
    }

    @Test
    void whatIsNoSoundIsRefused() throws IOException {
        Path text = Files.writeString(files.resolve("text.wav"), "RIFF, so it says, WAVE");
        Path phone = files.resolve("phone.wav");
        assertThatThrownBy(() -> PhoneSound.transcode(text, phone, LONGEST))
                .isInstanceOf(UnsupportedAudioFileException.class);
        assertThat(phone).doesNotExist();
    }

    @Test
    void whatIsTooLongIsRefused() throws IOException {
        Path source = tone(8000, 440, 3, 1, AudioFileFormat.Type.WAVE);
        assertThatThrownBy(() -> PhoneSound.transcode(source, files.resolve("phone.wav"), Duration.ofSeconds(2)))
                .isInstanceOf(UnsupportedAudioFileException.class).hasMessageContaining("longer");
    }

    /** How much of the sound is not this tone, leaving out the ends. */
    private static double purity(Sound sound, int hertz) {
        int from = 800;
        int samples = sound.samples().length - 2 * from;
        double sine = 0;
        double cosine = 0;
        double all = 0;
        for (int i = 0; i < samples; i++) {
            double sample = sound.samples()[from + i];
            double angle = 2 * Math.PI * hertz * i / sound.rate();
            sine += sample * Math.sin(angle);
            cosine += sample * Math.cos(angle);
            all += sample * sample;
        }
        double tone = 2 * (sine * sine + cosine * cosine) / samples;
        return Sound.decibel(Math.max(0, all - tone) / all);
    }

    private Path tone(int rate, int hertz, int seconds, int channels, AudioFileFormat.Type type) throws IOException {
        boolean big = type != AudioFileFormat.Type.WAVE;
        byte[] bytes = new byte[rate * seconds * channels * 2];
        for (int i = 0; i < rate * seconds; i++) {
            short sample = (short) (3000 * Math.sin(2 * Math.PI * hertz * i / rate));
            for (int channel = 0; channel < channels; channel++) {
                int at = (i * channels + channel) * 2;
                bytes[at + (big ? 1 : 0)] = (byte) sample;
                bytes[at + (big ? 0 : 1)] = (byte) (sample >> 8);
            }
        }
        Path file = files.resolve("tone." + type.getExtension());
        AudioFormat format = new AudioFormat(rate, 16, channels, true, big);
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(bytes), format, (long) rate * seconds), type,
                file.toFile());
        return file;
    }
}
