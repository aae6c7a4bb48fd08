package np.saathi.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;

import np.saathi.prompt.Language;

/** "Listen and learn": what callers can hear by phone. */
@Service
public class Lessons {
    private final MaterialRepository materials;
    private final Shelf shelf;

    Lessons(MaterialRepository materials, Shelf shelf) {
        this.materials = materials;
        this.shelf = shelf;
    }

    /**
     * A recording.
     *
     * @param title for the panel; it is not spoken
     * @param sound WAV, 16-bit PCM, mono, 8 kHz; it may be deleted at any time
     */
    public record Lesson(long id, String title, Path sound, Duration length) {}

    /** Published to callers in this language, the newest first. */
    public List<Lesson> in(Language language) {
        return materials.lessons(language).stream()
                .map(material -> new Lesson(material.id(), material.title(), shelf.sound(material.file()),
                        Duration.ofSeconds(Objects.requireNonNull(material.seconds()))))
                .toList();
    }
}
