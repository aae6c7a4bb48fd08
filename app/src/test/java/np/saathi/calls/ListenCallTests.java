package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.dev.pstn.Phone;

/** Listen and learn: two recordings, a high tone and, published before it, a low one. */
@CallTests
class ListenCallTests {
    private static final int RATE = 8000;
    private static final int LOW = 453;
    private static final int HIGH = 1077;
    private final TestLine line;
    private final Path shelf;

    ListenCallTests(TestLine line) {
        this.line = line;
        this.shelf = Path.of(line.services().settings().get("saathi.training.directory"));
    }

    @BeforeEach
    void publish() throws IOException {
        withdraw();
        Files.createDirectories(shelf);
        publish("Breathing", LOW, 2);
        publish("Sleeping", HIGH, 1);
    }

    @AfterEach
    void withdraw() {
        line.database().sql("DELETE FROM training_material").update();
    }

    private void publish(String title, int hertz, int hoursAgo) throws IOException {
        String file = UUID.randomUUID().toString().replace("-", "");
        byte[] sound = new byte[20 * RATE * 2];
        for (int i = 0; i < sound.length / 2; i++) {
            int sample = (int) (8000 * Math.sin(2 * Math.PI * hertz * i / RATE));
            sound[2 * i] = (byte) sample;
            sound[2 * i + 1] = (byte) (sample >> 8);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(sound), format, sound.length / 2),
                AudioFileFormat.Type.WAVE, shelf.resolve(file + ".wav").toFile());
        line.database().sql("""
                INSERT INTO training_material
                  (version, title, audience, language, media_type, file, size, seconds, published, uploaded_at)
                VALUES (0, ?, 'CALLERS', 'en', 'audio/vnd.wave', ?, ?, 20, TRUE, UTC_TIMESTAMP(3) - INTERVAL ? HOUR)
                """).params(title, file, sound.length, hoursAgo).update();
    }

    @Test
    void aRecordingIsTakenByItsNameStoppedByAnyKeyAndTheListGoesOnFromThere() throws IOException {
        try (Phone asha = line.returningCaller(ENGLISH)) {
            asha.presses("3");
            asha.heard().awaitPrompt("listen.keys", "en", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("listen.playing", "en", SOON);
            asha.heard().awaitTone(HIGH, SOON);
            asha.presses("2"); // stops it, and is the key of the list too
            asha.heard().awaitPrompt("listen.keys", "en", SOON);
            asha.presses("3");
            asha.heard().awaitPrompt("listen.keys", "en", SOON);
            asha.presses("1");
            asha.heard().awaitTone(LOW, SOON);
            asha.presses("2");
            asha.heard().awaitPrompt("list.end", "en", SOON);
            asha.heard().awaitPrompt("listen.keys", "en", SOON);
            takenBack("Sleeping");
            asha.presses("1");
            asha.heard().awaitPrompt("listen.gone", "en", SOON);
            asha.presses("*");
            asha.heard().awaitPrompt("main.menu", "en", SOON);
            withdraw();
            asha.presses("3");
            asha.heard().awaitInOrder("en", SOON, "listen.none", "main.menu");
        }
    }

    private void takenBack(String title) throws IOException {
        String file = line.database().sql("SELECT file FROM training_material WHERE title = ?").param(title)
                .query(String.class).single();
        Files.delete(shelf.resolve(file + ".wav"));
    }

    @Test
    void whoIsUnderEighteenListensTooAndHearsTheNumberAgain() {
        try (Phone child = line.exchange().calls(TestLine.CALLER_NUMBER).from(TestLine.newNumber()).place()) {
            child.heard().awaitEndOf(TestLine.consentHeard(child, "consent.minor"), SOON);
            child.presses("3");
            child.heard().awaitInOrder("en", SOON, "minor.help", "helpline.children", "minor.keys");
            child.presses("1");
            child.heard().awaitInOrder("en", SOON, "helpline.children", "minor.keys");
            child.presses("3");
            child.heard().awaitPrompt("listen.keys", "en", SOON);
            child.presses("1");
            child.heard().awaitTone(HIGH, SOON);
            child.presses("*");
            child.heard().awaitPrompt("minor.keys", "en", SOON);
            child.presses("0");
            child.heard().awaitPrompt("crisis.connecting", "en", SOON);
            child.presses("*");
            child.heard().awaitInOrder("en", SOON, "crisis.back", "minor.help", "minor.keys");
            WrongKeys.thrice(child, "minor.keys", "en", "7");
            child.heard().awaitPrompt("goodbye", "en", SOON);
            child.awaitHangUp(SOON);
            assertThat(child.heard().times("main.menu", "en")).isEmpty();
        }
    }
}
