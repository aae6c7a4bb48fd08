package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_BEGIN;
import static np.saathi.prompt.Prompt.HOST_BEGIN_AGAIN;
import static np.saathi.prompt.Prompt.HOST_BEGIN_SHORT;
import static np.saathi.prompt.Prompt.HOST_BEGUN;
import static np.saathi.prompt.Prompt.HOST_ENDED;
import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.prompt.Prompt.HOST_HELD_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ID;
import static np.saathi.prompt.Prompt.HOST_ID_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ID_SHORT;
import static np.saathi.prompt.Prompt.HOST_NOSESSION;
import static np.saathi.prompt.Prompt.HOST_PIN;
import static np.saathi.prompt.Prompt.HOST_PIN_AGAIN;
import static np.saathi.prompt.Prompt.HOST_PIN_SHORT;
import static np.saathi.prompt.Prompt.HOST_SILENT;
import static np.saathi.prompt.Prompt.HOST_WAIT;
import static np.saathi.prompt.Prompt.HOST_WRONG;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.ivr.dialogue.Entry;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;
import np.saathi.volunteer.SignIn;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.Volunteers;

/**
 * A volunteer's phone call:
 *
 * <pre>
 * id → PIN → my session: 1 begin → the room (the session is live) → # ends it → goodbye
 * </pre>
 */
@Component
class VolunteerFlow implements CallHandler {
    private static final int SIGN_INS = 3;
    private static final Entry ID = Entry.ofDigits(6, 6, HOST_ID, HOST_ID_AGAIN, HOST_ID_SHORT);
    private static final Entry PIN = Entry.ofDigits(4, 8, HOST_PIN, HOST_PIN_AGAIN, HOST_PIN_SHORT);
    private static final Menu<Boolean> BEGIN = Menu.<Boolean>asking(HOST_BEGIN).on(Key.ONE, true).on(Key.HASH, false)
            .on(Key.STAR, false).retrying(HOST_BEGIN_AGAIN, HOST_BEGIN_SHORT).otherwise(false);

    private final Volunteers volunteers;
    private final Sessions sessions;
    private final Visits visits;
    private final RoomStay stay;
    private final CallJournal journal;

    VolunteerFlow(Volunteers volunteers, Sessions sessions, Visits visits, RoomStay stay, CallJournal journal) {
        this.volunteers = volunteers;
        this.sessions = sessions;
        this.visits = visits;
        this.stay = stay;
        this.journal = journal;
    }

    @Override
    public Door door() {
        return Door.VOLUNTEER;
    }

    @Override
    public void answer(PhoneLine line) {
        try (var _ = journal.open(line, door())) {
            if (line.step() == Step.ROOM) {
                goOn(line);
            } else {
                signIn(line).ifPresent(volunteer -> host(line, volunteer));
            }
            line.say(Spoken.of(HOST_GOODBYE));
        }
    }

    private Optional<Volunteer> signIn(PhoneLine line) {
        for (int tried = 0; tried < SIGN_INS; tried++) {
            Optional<AccountId> id = ID.ask(line).map(AccountId::new);
            Optional<Pin> pin = id.isEmpty() ? Optional.empty() : PIN.ask(line).map(Pin::new);
            if (pin.isEmpty()) {
                return Optional.empty();
            }
            SignIn result = line.meanwhile(() -> volunteers.signIn(id.orElseThrow(), pin.get(), line.number()));
            switch (result) {
                case SignIn.Welcome welcome -> {
                    speakTheLanguageOf(welcome.volunteer(), line);
                    return Optional.of(welcome.volunteer());
                }
                case SignIn.Wrong _ -> line.say(Spoken.of(HOST_WRONG));
                case SignIn.Wait _ -> {
                    line.say(Spoken.of(HOST_WAIT));
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** A volunteer who speaks the line's own language is spoken to in it, any other in theirs. */
    private static void speakTheLanguageOf(Volunteer volunteer, PhoneLine line) {
        if (!volunteer.languages().contains(line.language())) {
            volunteer.languages().stream().findFirst().ifPresent(line::speak);
        }
    }

    private void host(PhoneLine line, Volunteer volunteer) {
        Optional<PeerSession> mine = line.meanwhile(() -> sessions.toHost(volunteer.account()));
        if (mine.isEmpty()) {
            line.say(Spoken.of(HOST_NOSESSION));
            return;
        }
        line.say(Spoken.category(mine.get().category()));
        if (BEGIN.ask(line)) {
            line.meanwhile(() -> visits.beginToHost(mine.get(), volunteer.account(), line.id())).ifPresentOrElse(
                    visit -> open(line, mine.get(), visit), () -> line.say(Spoken.of(HOST_NOSESSION)));
        }
    }

    private void open(PhoneLine line, PeerSession session, Visit visit) {
        line.reach(Step.ROOM);
        line.say(Spoken.of(session.state() == SessionState.HELD ? HOST_HELD_AGAIN : HOST_BEGUN));
        depart(line, stay.in(line, visit));
    }

    /** A call that another process of ours began, or that comes back from the crisis path. */
    private void goOn(PhoneLine line) {
        Optional<Visit> mine = line.meanwhile(() -> visits.of(line.id()));
        mine.ifPresent(visit -> depart(line, stay.goOn(line, visit)));
    }

    private void depart(PhoneLine line, Departure departure) {
        if (departure == Departure.CRISIS) {
            throw new HelpPressed();
        }
        line.during(() -> visits.end(line.id(), departure));
        line.say(Spoken.of(departure == Departure.SILENT ? HOST_SILENT : HOST_ENDED));
    }
}
