package np.saathi.ivr;

import static np.saathi.prompt.Prompt.ROOM_HAND_DOWN;
import static np.saathi.prompt.Prompt.ROOM_HAND_UP;
import static np.saathi.prompt.Prompt.ROOM_KEYS;
import static np.saathi.prompt.Prompt.ROOM_MUTED;
import static np.saathi.prompt.Prompt.ROOM_MUTED_HOST;
import static np.saathi.prompt.Prompt.ROOM_UNMUTED;
import static np.saathi.prompt.Prompt.WAITING_KEYS;
import static np.saathi.prompt.Prompt.WAITING_MINUTES_AFTER;
import static np.saathi.prompt.Prompt.WAITING_MINUTES_BEFORE;

import java.time.Clock;

import org.springframework.stereotype.Component;

import np.saathi.prompt.Spoken;
import np.saathi.session.Sessions;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.RoomControl;

/**
 * A caller's keys in the room:
 *
 * <pre>
 * 1 voice off, on | 2 hand up, down | 3 something is wrong | * the keys      waiting: * back to the other choices
 * </pre>
 */
@Component
class CallerRoomKeys {
    private final Sessions sessions;
    private final RoomControl rooms;
    private final OwnVoice voice;
    private final SomethingWrong wrong;
    private final Clock clock;

    CallerRoomKeys(Sessions sessions, RoomControl rooms, OwnVoice voice, SomethingWrong wrong,
            Clock clock) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.voice = voice;
        this.wrong = wrong;
        this.clock = clock;
    }

    /** @return what is said to it */
    Spoken pressed(PhoneLine line, Visit visit, Key key) {
        if (!visit.hostIsIn()) {
            return waiting(line, visit, key);
        }
        return switch (key) {
            case ONE ->
                Spoken.of(visit.isSilenced() ? ROOM_MUTED_HOST : voice.turn(line, visit) ? ROOM_MUTED : ROOM_UNMUTED);
            case TWO -> hand(line, visit);
            case THREE -> wrong.ask(line);
            case HASH -> leave(line, visit, Departure.LEFT);
            default -> Spoken.of(ROOM_KEYS);
        };
    }

    private Spoken waiting(PhoneLine line, Visit visit, Key key) {
        return switch (key) {
            case STAR -> leave(line, visit, Departure.TURNED_BACK);
            case HASH -> leave(line, visit, Departure.LEFT);
            default -> waited(visit).then(WAITING_KEYS);
        };
    }

    private Spoken waited(Visit visit) {
        int minutes = visit.waitedMinutes(clock.instant());
        return minutes == 0
                ? Spoken.nothing()
                : Spoken.of(WAITING_MINUTES_BEFORE).then(Spoken.minutes(minutes)).then(WAITING_MINUTES_AFTER);
    }

    private Spoken hand(PhoneLine line, Visit visit) {
        if (visit.isHandUp()) {
            line.during(() -> sessions.lowerHand(line.id()));
            return Spoken.of(ROOM_HAND_DOWN);
        }
        int place = line.meanwhile(() -> sessions.raiseHand(line.id()));
        return Spoken.of(ROOM_HAND_UP).then(Spoken.number(place));
    }

    /** Asks the exchange to let the caller out; that happens when this key's call is over. */
    private Spoken leave(PhoneLine line, Visit visit, Departure why) {
        rooms.takeOut(visit.room(), line.id(), why);
        return Spoken.nothing();
    }
}
