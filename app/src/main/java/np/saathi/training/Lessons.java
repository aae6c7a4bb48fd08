package np.saathi.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;

import np.saathi.prompt.Language;

/** What callers ("listen and learn") and volunteers can hear by phone. */
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
     * @param title read aloud: A-law, as the line plays it
     * @param sound WAV, 16-bit PCM, mono, 8 kHz; it may be deleted at any time
     */
    @SuppressWarnings("ArrayRecordComponent") // lessons are told apart by identity
    public record Lesson(long id, byte[] title, Path sound, Duration length) {}

    /** Published to callers in this language, the newest first. */
    public List<Lesson> in(Language language) {
        return lessons(Audience.CALLERS, language);
    }

    /** Published to volunteers in this language, the newest first; without what callers hear. */
    public List<Lesson> forVolunteers(Language language) {
        return lessons(Audience.VOLUNTEERS, language);
    }

    private List<Lesson> lessons(Audience audience, Language language) {
        return materials.lessons(audience, language).stream()
                .map(material -> new Lesson(material.id(),
                        shelf.titleAloud(material.file(), material.title(), language), shelf.sound(material.file()),
                        Duration.ofSeconds(Objects.requireNonNull(material.seconds()))))
                .toList();
    }
}
