package np.saathi.ivr;

import static np.saathi.prompt.Prompt.ALERT_CHILD;
import static np.saathi.prompt.Prompt.ALERT_COMPLAINT;
import static np.saathi.prompt.Prompt.ALERT_DANGER;
import static np.saathi.prompt.Prompt.ALERT_ENTERING;
import static np.saathi.prompt.Prompt.ALERT_GONE;
import static np.saathi.prompt.Prompt.ALERT_LEFT;
import static np.saathi.prompt.Prompt.ALERT_NOHOST;
import static np.saathi.prompt.Prompt.ALERT_ROOM;
import static np.saathi.prompt.Prompt.ALERT_TAKE;
import static np.saathi.prompt.Prompt.ALERT_TAKEN;
import static np.saathi.prompt.Prompt.ALERT_TAKE_AGAIN;
import static np.saathi.prompt.Prompt.ALERT_TAKE_SHORT;
import static np.saathi.prompt.Prompt.ALERT_UNHEARD;
import static np.saathi.prompt.Prompt.ALERT_UNWELL;
import static np.saathi.prompt.Prompt.HOST_GOODBYE;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.alert.Alert;
import np.saathi.alert.AlertKind;
import np.saathi.alert.Alerts;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;

/**
 * The call to somebody on duty, after their 1:
 *
 * <pre>
 * what it is, which group ⟲ (1 take it | 2 again | # leave it to the next) → goodbye
 * taken, and a room waits for them: the room, as a second host → goodbye
 * </pre>
 */
@Component
class DutyFlow implements CallHandler {

    enum Choice {
        TAKE, AGAIN, LEAVE
    }

    private static final Menu<Choice> MENU = Menu.<Choice>asking(ALERT_TAKE) //
            .on(Key.ONE, Choice.TAKE).on(Key.TWO, Choice.AGAIN).on(Key.HASH, Choice.LEAVE)
            .retrying(ALERT_TAKE_AGAIN, ALERT_TAKE_SHORT).otherwise(Choice.LEAVE);

    private final Alerts alerts;
    private final Visits visits;
    private final RoomStay stay;
    private final CallJournal journal;

    DutyFlow(Alerts alerts, Visits visits, RoomStay stay, CallJournal journal) {
        this.alerts = alerts;
        this.visits = visits;
        this.stay = stay;
        this.journal = journal;
    }

    @Override
    public Door door() {
        return Door.DUTY;
    }

    @Override
    public void answer(PhoneLine line) {
        try (var _ = journal.open(line, door())) {
            if (line.step() == Step.ROOM) {
                line.meanwhile(() -> visits.of(line.id()))
                        .ifPresent(visit -> depart(line, stay.goOn(line, visit)));
                line.say(Spoken.of(HOST_GOODBYE));
                return;
            }
            String callback = line.noted("CALLBACK_NAME");
            line.meanwhile(() -> alerts.rung(callback)).ifPresentOrElse(alert -> tell(line, alert, callback),
                    () -> line.say(Spoken.of(ALERT_GONE)));
        }
    }

    private void tell(PhoneLine line, Alert alert, String callback) {
        if (!takes(line, alert, callback)) {
            line.say(Spoken.of(ALERT_LEFT));
        } else if (!line.meanwhile(() -> alerts.take(alert, callback))) {
            line.say(Spoken.of(ALERT_GONE));
        } else if (alert.kind().leadsIntoTheRoom()) {
            enter(line, alert);
        } else {
            line.say(Spoken.of(ALERT_TAKEN));
        }
    }

    /** Who hangs up in the middle leaves it to the next as well. */
    private boolean takes(PhoneLine line, Alert alert, String callback) {
        Choice choice = Choice.LEAVE;
        try {
            do {
                line.say(words(alert));
                choice = MENU.ask(line);
            } while (choice == Choice.AGAIN);
            return choice == Choice.TAKE;
        } finally {
            if (choice != Choice.TAKE) {
                alerts.leave(callback);
            }
        }
    }

    private void enter(PhoneLine line, Alert alert) {
        Optional<Visit> visit = Optional.ofNullable(alert.sessionId())
                .flatMap(session -> line.meanwhile(() -> visits.beginFromDuty(session, line)));
        if (visit.isEmpty()) {
            // it is theirs all the same, and what became of the host's room is in the panel
            line.say(Spoken.of(alert.kind() == AlertKind.HOST_COMPLAINT ? ALERT_TAKEN : ALERT_GONE));
            return;
        }
        line.reach(Step.ROOM);
        line.say(Spoken.of(ALERT_ENTERING));
        depart(line, stay.in(line, visit.get()));
        line.say(Spoken.of(HOST_GOODBYE));
    }

    private void depart(PhoneLine line, Departure why) {
        if (why == Departure.CRISIS) {
            throw new HelpPressed();
        }
        line.during(() -> visits.end(line.id(), why));
    }

    private static Spoken words(Alert alert) {
        Spoken what = Spoken.of(what(alert.kind()));
        return alert.category() == null ? what : what.then(Spoken.category(alert.category()));
    }

    private static Prompt what(AlertKind kind) {
        return switch (kind) {
            case DANGER -> ALERT_DANGER;
            case HOST_UNWELL -> ALERT_UNWELL;
            case MESSAGE_UNHEARD -> ALERT_UNHEARD;
            case NO_HOST -> ALERT_NOHOST;
            case HOST_COMPLAINT -> ALERT_COMPLAINT;
            case MAY_BE_A_CHILD -> ALERT_CHILD;
            case INTO_ROOM -> ALERT_ROOM;
        };
    }
}
