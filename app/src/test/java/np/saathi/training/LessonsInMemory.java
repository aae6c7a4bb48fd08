package np.saathi.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.dao.DataAccessResourceFailureException;

import np.saathi.prompt.Language;

/** What there is to listen to, for as long as a test takes; the same in every language. */
public final class LessonsInMemory extends Lessons {
    private final List<Lesson> published = new ArrayList<>();
    private final List<Lesson> forVolunteers = new ArrayList<>();
    private boolean away;

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public LessonsInMemory() {
        super(null, null);
    }

    public Lesson publish(Path sound) {
        byte[] title = {(byte) published.size()};
        Lesson lesson = new Lesson(published.size() + 1L, title, sound, Duration.ofMinutes(3));
        published.add(lesson);
        return lesson;
    }

    public Lesson teach(Path sound) {
        Lesson lesson = new Lesson(forVolunteers.size() + 1L, new byte[]{99}, sound, Duration.ofMinutes(3));
        forVolunteers.add(lesson);
        return lesson;
    }

    /** Whether the database cannot be reached from now on. */
    public void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public List<Lesson> in(Language language) {
        if (away) {
            throw new DataAccessResourceFailureException("no database in this test");
        }
        return List.copyOf(published);
    }

    @Override
    public List<Lesson> forVolunteers(Language language) {
        return List.copyOf(forVolunteers);
    }
}
