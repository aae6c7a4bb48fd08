package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.prompt.Prompt.HOST_MENU;
import static np.saathi.prompt.Prompt.HOST_MENU_AGAIN;
import static np.saathi.prompt.Prompt.HOST_MENU_SHORT;

import java.util.Optional;

import org.springframework.stereotype.Component;

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
 * sign in → menu ⟲ (1 host my session) → # goodbye
 * </pre>
 */
@Component
class VolunteerFlow implements CallHandler {

    enum Choice {
        HOST, END
    }

    private static final Menu<Choice> MENU = Menu.<Choice>asking(HOST_MENU) //
            .on(Key.ONE, Choice.HOST).on(Key.HASH, Choice.END)
            .retrying(HOST_MENU_AGAIN, HOST_MENU_SHORT).otherwise(Choice.END);

    private final HostSignIn signIn;
    private final Volunteers volunteers;
    private final Visits visits;
    private final HostDoor door;
    private final CallJournal journal;

    VolunteerFlow(HostSignIn signIn, Volunteers volunteers, Visits visits, HostDoor door, CallJournal journal) {
        this.signIn = signIn;
        this.volunteers = volunteers;
        this.visits = visits;
        this.door = door;
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
        Optional<Volunteer> volunteer = line.meanwhile(() -> visit.person().account().flatMap(volunteers::find));
        volunteer.filter(_ -> line.step() != Step.ROOM || door.goOn(line, visit) == HostDoor.Then.MENU)
                .ifPresent(known -> menu(line, known));
    }

    private void menu(PhoneLine line, Volunteer volunteer) {
        HostDoor.Then then = HostDoor.Then.MENU;
        while (then == HostDoor.Then.MENU) {
            line.reach(Step.MENU);
            then = switch (MENU.ask(line)) {
                case HOST -> door.open(line, volunteer);
                case END -> HostDoor.Then.GOODBYE;
            };
        }
    }
}
