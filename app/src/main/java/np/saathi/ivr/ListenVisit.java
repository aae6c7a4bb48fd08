package np.saathi.ivr;

import static np.saathi.prompt.Prompt.LISTEN_GONE;
import static np.saathi.prompt.Prompt.LISTEN_KEYS;
import static np.saathi.prompt.Prompt.LISTEN_NONE;
import static np.saathi.prompt.Prompt.LISTEN_PLAYING;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Listing;
import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;
import np.saathi.training.Lessons;
import np.saathi.training.Lessons.Lesson;

/**
 * Key 3 of the main menu, "listen and learn", and a volunteer's training:
 *
 * <pre>
 * the name of a recording: 1 hear it | 2 next | 3 its name again | * back
 * any key ends what is heard, and is then one of these
 * </pre>
 */
@Component
class ListenVisit {
    private static final Listing<Lesson> LESSONS = Listing.playing(Lesson::title, LISTEN_KEYS);

    private final Lessons lessons;

    ListenVisit(Lessons lessons) {
        this.lessons = lessons;
    }

    void open(PhoneLine line) {
        Language language = line.language();
        choose(line, line.meanwhile(() -> lessons.in(language)));
    }

    /** What volunteers are taught by, the same way. */
    void openTraining(PhoneLine line) {
        Language language = line.language();
        choose(line, line.meanwhile(() -> lessons.forVolunteers(language)));
    }

    private static void choose(PhoneLine line, List<Lesson> published) {
        if (published.isEmpty()) {
            line.say(Spoken.of(LISTEN_NONE));
        }
        Optional<Lesson> chosen = LESSONS.ask(line, published);
        while (chosen.isPresent()) {
            hear(line, chosen.get());
            chosen = LESSONS.askFrom(line, published, chosen.get());
        }
    }

    private static void hear(PhoneLine line, Lesson lesson) {
        if (Files.notExists(lesson.sound())) {
            line.say(Spoken.of(LISTEN_GONE)); // taken back by an admin just now
            return;
        }
        line.say(Spoken.of(LISTEN_PLAYING));
        line.play(lesson.sound(), lesson.length());
    }
}
