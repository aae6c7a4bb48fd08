package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.prompt.Prompt.HOST_MENU;
import static np.saathi.prompt.Prompt.HOST_MENU_AGAIN;
import static np.saathi.prompt.Prompt.HOST_MENU_SHORT;
import static np.saathi.prompt.Prompt.HOST_REPORT_DUE;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.ivr.HostDoor.Then;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.Volunteers;

/**
 * A volunteer's phone call:
 *
 * <pre>
 * sign in → "a report is due, 3" → menu ⟲ (1 host my session | 2 messages | 3 report | 9 schedule, settings) → # goodbye
 * </pre>
 */
@Component
class VolunteerFlow implements CallHandler {

    enum Choice {
        HOST, MESSAGES, REPORT, SETTINGS, END
    }

    private static final Menu<Choice> MENU = Menu.<Choice>asking(HOST_MENU) //
            .on(Key.ONE, Choice.HOST).on(Key.TWO, Choice.MESSAGES).on(Key.THREE, Choice.REPORT)
            .on(Key.NINE, Choice.SETTINGS).on(Key.HASH, Choice.END)
            .retrying(HOST_MENU_AGAIN, HOST_MENU_SHORT).otherwise(Choice.END);

    private final HostSignIn signIn;
    private final Volunteers volunteers;
    private final Visits visits;
    private final HostDoor door;
    private final VolunteerMessages messages;
    private final ReportFlow reports;
    private final VolunteerSettings settings;
    private final CallJournal journal;

    VolunteerFlow(HostSignIn signIn, Volunteers volunteers, Visits visits, HostDoor door, VolunteerMessages messages,
            ReportFlow reports, VolunteerSettings settings, CallJournal journal) {
        this.signIn = signIn;
        this.volunteers = volunteers;
        this.visits = visits;
        this.door = door;
        this.messages = messages;
        this.reports = reports;
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public Door door() {
        return Door.VOLUNTEER;
    }

    @Override
    public void answer(PhoneLine line) {
        try (var _ = journal.open(line, door())) {
            Optional<Visit> before = line.step() == Step.START
                    ? Optional.empty()
                    : line.meanwhile(() -> visits.of(line.id()));
            before.ifPresentOrElse(visit -> comeBack(line, visit),
                    () -> signIn.ask(line).ifPresent(volunteer -> menu(line, volunteer)));
            line.say(Spoken.of(HOST_GOODBYE));
        }
    }

    /** Whoever was in a room by this very call has signed in by it. */
    private void comeBack(PhoneLine line, Visit visit) {
        Optional<Volunteer> back = line.meanwhile(() -> visit.person().account().flatMap(volunteers::find));
        back.filter(_ -> door.goOn(line, visit) == Then.MENU).ifPresent(volunteer -> menu(line, volunteer));
    }

    private void menu(PhoneLine line, Volunteer volunteer) {
        Then then = Then.MENU;
        while (then == Then.MENU) {
            line.reach(Step.MENU);
            if (reports.isDue(line, volunteer.account())) {
                line.say(Spoken.of(HOST_REPORT_DUE));
            }
            then = follow(line, volunteer, MENU.ask(line));
        }
    }

    private Then follow(PhoneLine line, Volunteer volunteer, Choice choice) {
        switch (choice) {
            case HOST -> {
                return door.open(line, volunteer);
            }
            case MESSAGES -> messages.open(line, volunteer);
            case REPORT -> reports.open(line, volunteer.account());
            case SETTINGS -> settings.open(line, volunteer);
            case END -> {
                return Then.GOODBYE;
            }
        }
        return Then.MENU;
    }
}
