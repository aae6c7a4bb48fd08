package np.saathi.prompt.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhoneSoundTests {
    @TempDir
    Path files;

    @Test
    void aToneBecomesAsLoudAsThePromptsWithoutSeams() throws Exception {
        Path phone = files.resolve("phone.wav");
        Files.write(phone, new byte[1_000_000]);
        assertThat(written(phone, tone(440, 11))).contains(Duration.ofSeconds(11));
        assertThat(phone).hasSize(44 + 2 * 8000 * 11);
        Sound heard = Sound.read(Files.newInputStream(phone));
        assertThat(heard.rate()).isEqualTo(8000);
        assertThat(heard.length()).isEqualTo(Duration.ofSeconds(11));
        assertThat(Sound.decibel(heard.speechPower())).isCloseTo(Sound.SPEECH_LEVEL, within(0.5));
        assertThat(purity(heard, 440)).as("power outside of the tone, in decibel").isLessThan(-50);
    }

    @Test
    void nothingToHearIsTold() throws IOException {
        assertThat(written(files.resolve("phone.wav"), new byte[160_000])).isEmpty();
        assertThat(written(files.resolve("phone.wav"), new byte[0])).isEmpty();
    }

    private static Optional<Duration> written(Path phone, byte[] pcm) throws IOException {
        try (PhoneSound sound = new PhoneSound(phone)) {
            int block = 64_000;
            for (int at = 0; at < pcm.length; at += block) {
                sound.add(Arrays.copyOfRange(pcm, at, Math.min(at + block, pcm.length)));
            }
            return sound.levelled();
        }
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

    private static byte[] tone(int hertz, int seconds) {
        byte[] bytes = new byte[2 * 8000 * seconds];
        for (int i = 0; i < 8000 * seconds; i++) {
            short sample = (short) (3000 * Math.sin(2 * Math.PI * hertz * i / 8000));
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }
}
