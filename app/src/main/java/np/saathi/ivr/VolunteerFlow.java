package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.prompt.Prompt.HOST_MENU;
import static np.saathi.prompt.Prompt.HOST_MENU_AGAIN;
import static np.saathi.prompt.Prompt.HOST_MENU_SHORT;
import static np.saathi.prompt.Prompt.HOST_REPORT_DUE;
import static np.saathi.prompt.Prompt.RESUME_UNABLE;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.ivr.HostDoor.Then;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.support.DatabaseOutage;
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
 * sign in → "a report is due, 3" → menu ⟲ (1 host my session | 2 messages | 3 report | 9 schedule, training, settings)
 * → # goodbye
 * </pre>
 */
@Component
class VolunteerFlow implements CallHandler {
    private static final Logger LOG = LoggerFactory.getLogger(VolunteerFlow.class);

    enum Choice {
        HOST, MESSAGES, REPORT, SETTINGS, END
    }

    private static final Menu<Choice> MENU = Menu.<Choice>asking(HOST_MENU) //
            .on(Key.ONE, Choice.HOST).on(Key.TWO, Choice.MESSAGES).on(Key.THREE, Choice.REPORT)
            .on(Key.NINE, Choice.SETTINGS).on(Key.HASH, Choice.END)
            .retrying(HOST_MENU_AGAIN, HOST_MENU_SHORT).otherwise(Choice.END);

    /** How we note who has signed in by this call. */
    private static final String SIGNED_IN = "SIGNED_IN";

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
            if (line.step() == Step.START) {
                signInOrSayWhy(line);
            } else {
                comeBack(line);
            }
            line.say(Spoken.of(HOST_GOODBYE));
        }
    }

    /** Who can't be let in now is told so, and calls again. */
    private void signInOrSayWhy(PhoneLine line) {
        try {
            signIn(line);
        } catch (RuntimeException failure) {
            goOnWithoutDatabase(line, failure);
        }
    }

    private void signIn(PhoneLine line) {
        signIn.ask(line).ifPresent(volunteer -> {
            line.note(SIGNED_IN, volunteer.account().value());
            menu(line, volunteer);
        });
    }

    /** A call that another process of ours began, or that comes back from the crisis path. */
    private void comeBack(PhoneLine line) {
        Optional<Visit> visit = line.meanwhile(() -> visits.of(line.id()));
        Optional<AccountId> account = AccountId.parse(line.noted(SIGNED_IN))
                .or(() -> visit.flatMap(mine -> mine.person().account())); // who was rung did not sign in
        Optional<Volunteer> volunteer = line.meanwhile(() -> account.flatMap(volunteers::find));
        if (volunteer.isEmpty()) {
            signIn(line);
            return;
        }
        if (visit.isEmpty() || door.goOn(line, visit.get()) == Then.MENU) {
            menu(line, volunteer.get());
        }
    }

    /** What a volunteer who is signed in can do. */
    void menu(PhoneLine line, Volunteer volunteer) {
        Then then = Then.MENU;
        while (then == Then.MENU) {
            line.reach(Step.MENU);
            if (reports.isDue(line, volunteer.account())) {
                line.say(Spoken.of(HOST_REPORT_DUE));
            }
            Choice choice = MENU.ask(line);
            try {
                then = follow(line, volunteer, choice);
            } catch (RuntimeException failure) {
                goOnWithoutDatabase(line, failure);
            }
        }
    }

    private static void goOnWithoutDatabase(PhoneLine line, RuntimeException failure) {
        if (!DatabaseOutage.isPassing(failure)) {
            throw failure;
        }
        LOG.info("Call {} goes on without the database: {}", line.id(), failure.getMessage());
        line.say(Spoken.of(RESUME_UNABLE));
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
