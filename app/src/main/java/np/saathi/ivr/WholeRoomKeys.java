package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_HERE;
import static np.saathi.prompt.Prompt.HOST_HERE_NOBODY;
import static np.saathi.prompt.Prompt.HOST_HERE_TALKING;
import static np.saathi.prompt.Prompt.HOST_ROOM;
import static np.saathi.prompt.Prompt.HOST_ROOM_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ROOM_DUTY;
import static np.saathi.prompt.Prompt.HOST_ROOM_DUTY_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ROOM_DUTY_SHORT;
import static np.saathi.prompt.Prompt.HOST_ROOM_LOCKED;
import static np.saathi.prompt.Prompt.HOST_ROOM_MUTED;
import static np.saathi.prompt.Prompt.HOST_ROOM_OPEN;
import static np.saathi.prompt.Prompt.HOST_ROOM_SHORT;
import static np.saathi.prompt.Prompt.HOST_ROOM_UNLOCKED;
import static np.saathi.prompt.Prompt.HOST_SEAT;
import static np.saathi.prompt.Prompt.HOST_TAKE_CONFIRM;
import static np.saathi.prompt.Prompt.HOST_TAKE_DONE;
import static np.saathi.prompt.Prompt.HOST_TAKE_KEPT;
import static np.saathi.prompt.Prompt.HOST_TAKE_NOBODY;
import static np.saathi.prompt.Prompt.HOST_TIME_MORE;
import static np.saathi.prompt.Prompt.ROOM_BACK;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Confirm;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.Moderation;
import np.saathi.session.Moderator;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.Sessions;
import np.saathi.session.Talking;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * A host's key 4 in the room:
 *
 * <pre>
 * 1 all voices off, on | 2 close, open the door | 3 ten more minutes | 4 who is here, who is talking | * back
 * of who is on duty also: 5 take the room over (asks first): its hosts are out and don't come back
 * </pre>
 */
@Component
class WholeRoomKeys {
    private static final Menu<Choice> MENU = choices(HOST_ROOM).retrying(HOST_ROOM_AGAIN, HOST_ROOM_SHORT)
            .closingBySilence(Choice.BACK);
    private static final Menu<Choice> DUTY_MENU = choices(HOST_ROOM_DUTY).on(Key.FIVE, Choice.TAKE_OVER)
            .retrying(HOST_ROOM_DUTY_AGAIN, HOST_ROOM_DUTY_SHORT).closingBySilence(Choice.BACK);
    private static final Confirm TAKE_OVER = Confirm.losing(HOST_TAKE_CONFIRM);

    enum Choice {
        VOICES, DOOR, TIME, WHO, TAKE_OVER, BACK
    }

    private final Sessions sessions;
    private final Moderation moderation;
    private final Talking talking;

    WholeRoomKeys(Sessions sessions, Moderation moderation, Talking talking) {
        this.sessions = sessions;
        this.moderation = moderation;
        this.talking = talking;
    }

    private static Menu.Asking<Choice> choices(Prompt words) {
        return Menu.<Choice>asking(words).on(Key.ONE, Choice.VOICES).on(Key.TWO, Choice.DOOR)
                .on(Key.THREE, Choice.TIME).on(Key.FOUR, Choice.WHO).on(Key.STAR, Choice.BACK)
                .on(Key.HASH, Choice.BACK);
    }

    /** @return what is said to it */
    Spoken ask(PhoneLine line, Visit visit) {
        PeerSession session = visit.session();
        Moderator host = Moderator.of(visit.person());
        return switch ((visit.person().isFromDuty() ? DUTY_MENU : MENU).ask(line)) {
            case VOICES -> turnVoices(line, session, host);
            case DOOR -> turnDoor(line, session, host);
            case TIME -> {
                line.during(() -> moderation.extend(session.id(), host, PeerSession.EXTENSION_MINUTES));
                yield Spoken.of(HOST_TIME_MORE);
            }
            case WHO -> whoIsHere(line.meanwhile(() -> sessions.seated(session.id())));
            case TAKE_OVER -> takeOver(line, session, host);
            case BACK -> Spoken.of(ROOM_BACK);
        };
    }

    private Spoken takeOver(PhoneLine line, PeerSession session, Moderator onDuty) {
        if (!TAKE_OVER.ask(line)) {
            return Spoken.of(HOST_TAKE_KEPT);
        }
        return Spoken.of(line.meanwhile(() -> moderation.takeOver(session.id(), onDuty))
                ? HOST_TAKE_DONE
                : HOST_TAKE_NOBODY);
    }

    private Spoken turnVoices(PhoneLine line, PeerSession session, Moderator host) {
        if (session.allMuted()) {
            line.during(() -> moderation.openAll(session.id(), host));
            return Spoken.of(HOST_ROOM_OPEN);
        }
        line.during(() -> moderation.muteAll(session.id(), host));
        return Spoken.of(HOST_ROOM_MUTED);
    }

    private Spoken turnDoor(PhoneLine line, PeerSession session, Moderator host) {
        if (session.locked()) {
            line.during(() -> moderation.unlock(session.id(), host));
            return Spoken.of(HOST_ROOM_UNLOCKED);
        }
        line.during(() -> moderation.lock(session.id(), host));
        return Spoken.of(HOST_ROOM_LOCKED);
    }

    /** Whose voice is off is not talking, whatever the exchange last told of them. */
    private Spoken whoIsHere(List<Participant> seated) {
        List<Participant> callers = seated.stream().filter(one -> one.isCaller() && one.inRoom())
                .sorted(Comparator.comparingInt(Participant::seat)).toList();
        if (callers.isEmpty()) {
            return Spoken.of(HOST_HERE_NOBODY);
        }
        List<Participant> speakers = callers.stream().filter(one -> !one.muted() && talking.surely(one.call()))
                .toList();
        Spoken here = Spoken.of(HOST_HERE).then(Spoken.number(callers.size())).then(HOST_SEAT)
                .then(seats(callers));
        return speakers.isEmpty() ? here : here.then(HOST_HERE_TALKING).then(seats(speakers));
    }

    private static Spoken seats(List<Participant> people) {
        return people.stream().map(one -> Spoken.number(one.seat()).then(Spoken.pause())).reduce(Spoken.nothing(),
                Spoken::then);
    }
}
