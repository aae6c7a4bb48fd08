package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_PIN_SET;
import static np.saathi.prompt.Prompt.HOST_SETTINGS;
import static np.saathi.prompt.Prompt.HOST_SETTINGS_AGAIN;
import static np.saathi.prompt.Prompt.HOST_SETTINGS_SHORT;
import static np.saathi.prompt.Prompt.LANGUAGE_SET;
import static np.saathi.prompt.Prompt.SCHEDULE_NONE;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.session.Sessions;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.Volunteers;

/**
 * Key 9 of a volunteer's menu:
 *
 * <pre>
 * 1 my next groups | 2 training to hear | 3 language | 4 secret number | * back
 * </pre>
 */
@Component
class VolunteerSettings {

    enum Choice {
        SCHEDULE, TRAINING, LANGUAGE, SECRET_NUMBER, BACK
    }

    /** As many as are remembered, in twenty seconds. */
    private static final int SOON = 3;
    private static final Menu<Choice> MENU = Menu.<Choice>asking(HOST_SETTINGS) //
            .on(Key.ONE, Choice.SCHEDULE).on(Key.TWO, Choice.TRAINING).on(Key.THREE, Choice.LANGUAGE)
            .on(Key.FOUR, Choice.SECRET_NUMBER).on(Key.STAR, Choice.BACK).on(Key.HASH, Choice.BACK)
            .retrying(HOST_SETTINGS_AGAIN, HOST_SETTINGS_SHORT).otherwise(Choice.BACK);

    private final Sessions sessions;
    private final ListenVisit listen;
    private final LanguageChoice languages;
    private final Volunteers volunteers;
    private final Clock clock;

    VolunteerSettings(Sessions sessions, ListenVisit listen, LanguageChoice languages, Volunteers volunteers,
            Clock clock) {
        this.sessions = sessions;
        this.listen = listen;
        this.languages = languages;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    void open(PhoneLine line, Volunteer volunteer) {
        Choice choice;
        do {
            choice = MENU.ask(line);
            switch (choice) {
                case SCHEDULE -> schedule(line, volunteer);
                case TRAINING -> listen.openTraining(line);
                case LANGUAGE -> language(line, volunteer);
                case SECRET_NUMBER -> secretNumber(line, volunteer);
                case BACK -> {
                    // the menu follows
                }
            }
        } while (choice != Choice.BACK);
    }

    private void schedule(PhoneLine line, Volunteer volunteer) {
        List<PeerSession> next = line.meanwhile(() -> sessions.nextOf(volunteer.account(), SOON));
        if (next.isEmpty()) {
            line.say(Spoken.of(SCHEDULE_NONE));
        }
        for (PeerSession session : next) {
            line.say(Spoken.moment(session.startsAt(), clock.instant()).then(Spoken.category(session.category()))
                    .then(Spoken.pause()));
        }
    }

    private void language(PhoneLine line, Volunteer volunteer) {
        languages.askOrBack(line).ifPresent(chosen -> {
            line.speak(chosen);
            line.during(() -> volunteers.speaks(volunteer.account(), chosen));
            line.say(Spoken.of(LANGUAGE_SET));
        });
    }

    private void secretNumber(PhoneLine line, Volunteer volunteer) {
        NewPin.askVolunteer(line, pin -> volunteers.weak(volunteer.account(), pin)).ifPresent(pin -> {
            line.during(() -> volunteers.changePin(volunteer.account(), pin));
            line.say(Spoken.of(HOST_PIN_SET));
        });
    }
}
