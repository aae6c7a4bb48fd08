package np.saathi.dev;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.prompt.Language;
import np.saathi.prompt.Studio;

/** Something to listen to in the development run: one recording in each language, read by the line's own voices. */
public final class DemoLessons {
    private static final Map<Language, String[]> TEXTS = Map.of(Language.NEPALI, new String[]{"बिस्तारै सास फेर्ने",
            "आरामसँग बस्नुहोस्। नाकबाट बिस्तारै सास लिनुहोस्, एक, दुई, तीन, चार। अब मुखबाट अझ बिस्तारै सास छोड्नुहोस्, "
                    + "एक, दुई, तीन, चार, पाँच, छ। मनमा कुरा आए आओस्, जान दिनुहोस्। फेरि सास लिनुहोस्, अनि छोड्नुहोस्।"},
            Language.ENGLISH, new String[]{"Breathing slowly",
                    "Sit at ease. Breathe in through the nose, slowly: one, two, three, four. Now breathe out through the "
                            + "mouth, slower still: one, two, three, four, five, six. Let thoughts come and go. Again, "
                            + "breathe in, and out."});
    private final Studio studio;
    private final JdbcClient jdbc;
    private final Path shelf;
    private final Clock clock;

    public DemoLessons(Studio studio, JdbcClient jdbc, Path shelf, Clock clock) {
        this.studio = studio;
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Publishes them, unless something was before. */
    public void make() {
        if (jdbc.sql("SELECT COUNT(*) FROM training_material").query(Integer.class).single() == 0) {
            TEXTS.forEach((language, words) -> publish(language, words[0], studio.say(words[1], language)));
        }
    }

    private void publish(Language language, String title, byte[] alaw) {
        String file = UUID.randomUUID().toString().replace("-", "");
        try {
            Files.createDirectories(shelf);
            write(alaw, shelf.resolve(file + ".wav"));
            Files.copy(shelf.resolve(file + ".wav"), shelf.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("""
                INSERT INTO training_material
                  (version, title, audience, language, media_type, file, size, seconds, published, uploaded_at)
                VALUES (0, ?, 'CALLERS', ?, 'audio/vnd.wave', ?, ?, ?, TRUE, ?)
                """).params(title, language.code(), file, shelf.resolve(file).toFile().length(),
                alaw.length / Studio.RATE + 1, Timestamp.from(clock.instant())).update();
    }

    private static void write(byte[] alaw, Path wav) throws IOException {
        AudioFormat format = new AudioFormat(AudioFormat.Encoding.ALAW, Studio.RATE, 8, 1, 1, Studio.RATE, false);
        AudioInputStream sound = new AudioInputStream(new ByteArrayInputStream(alaw), format, alaw.length);
        AudioSystem.write(AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, sound),
                AudioFileFormat.Type.WAVE, wav.toFile());
    }
}
