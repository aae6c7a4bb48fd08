package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_END_CONFIRM;
import static np.saathi.prompt.Prompt.HOST_END_KEPT;
import static np.saathi.prompt.Prompt.HOST_KEYS;
import static np.saathi.prompt.Prompt.HOST_MUTED;
import static np.saathi.prompt.Prompt.HOST_UNMUTED;
import static np.saathi.prompt.Prompt.ROOM_HAND_DOWN;
import static np.saathi.prompt.Prompt.ROOM_HAND_UP;
import static np.saathi.prompt.Prompt.ROOM_KEYS;
import static np.saathi.prompt.Prompt.ROOM_MUTED;
import static np.saathi.prompt.Prompt.ROOM_MUTED_HOST;
import static np.saathi.prompt.Prompt.ROOM_UNMUTED;
import static np.saathi.prompt.Prompt.WAITING_KEYS;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Confirm;
import np.saathi.prompt.Spoken;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.RoomControl;

/**
 * A key pressed in a room: a short call of its own, while the room goes on (R2). It needs nothing in memory, so it may
 * land on any process. The keys that leave (a caller's hash, and 0) are the exchange's own: they work without us.
 *
 * <pre>
 * caller: 1 mute | 2 hand | * the keys      waiting: * back to the other choices
 * host:   1 mute self | # end (asks first) | * the keys
 * </pre>
 */
@Component
class RoomKeys implements CallHandler {
    private static final Confirm END = Confirm.losing(HOST_END_CONFIRM);

    private final Sessions sessions;
    private final Visits visits;
    private final RoomControl rooms;

    RoomKeys(Sessions sessions, Visits visits, RoomControl rooms) {
        this.sessions = sessions;
        this.visits = visits;
        this.rooms = rooms;
    }

    @Override
    public Door door() {
        return Door.ROOM_KEY;
    }

    @Override
    public void answer(PhoneLine line) {
        try {
            Optional<Key> pressed = line.ask(Spoken.nothing(), Duration.ofMillis(1));
            line.meanwhile(() -> visits.of(line.id()))
                    .ifPresent(visit -> pressed.ifPresent(key -> follow(line, visit, key)));
        } catch (HelpPressed e) {
            // the call is still in its room: only there can it be let out into the crisis path
            visits.of(line.id()).ifPresent(visit -> rooms.takeOut(visit.room(), line.id(), Departure.CRISIS));
        }
    }

    /** A key that cuts this key's own answer short is the next key. */
    private void follow(PhoneLine line, Visit visit, Key first) {
        Optional<Key> key = Optional.of(first);
        while (key.isPresent()) {
            Visit now = line.meanwhile(() -> visits.again(visit));
            Spoken answer = now.isHost() ? host(line, now, key.get()) : caller(line, now, key.get());
            key = line.ask(answer, Duration.ofMillis(1));
        }
    }

    private Spoken caller(PhoneLine line, Visit visit, Key key) {
        if (!visit.hostIsIn()) {
            return waiting(line, visit, key);
        }
        return switch (key) {
            case ONE ->
                Spoken.of(visit.isSilenced() ? ROOM_MUTED_HOST : turnVoice(line, visit) ? ROOM_MUTED : ROOM_UNMUTED);
            case TWO -> hand(line, visit);
            case HASH -> leave(line, visit, Departure.LEFT);
            default -> Spoken.of(ROOM_KEYS);
        };
    }

    private Spoken waiting(PhoneLine line, Visit visit, Key key) {
        return switch (key) {
            case STAR -> leave(line, visit, Departure.TURNED_BACK);
            case HASH -> leave(line, visit, Departure.LEFT);
            default -> Spoken.of(WAITING_KEYS);
        };
    }

    private Spoken host(PhoneLine line, Visit visit, Key key) {
        return switch (key) {
            case ONE -> Spoken.of(turnVoice(line, visit) ? HOST_MUTED : HOST_UNMUTED);
            case HASH -> end(line, visit);
            default -> Spoken.of(HOST_KEYS);
        };
    }

    /** @return whether the voice is off now */
    private boolean turnVoice(PhoneLine line, Visit visit) {
        boolean off = !visit.isMuted();
        line.during(() -> {
            if (off) {
                rooms.mute(visit.room(), line.id());
            } else {
                rooms.unmute(visit.room(), line.id());
            }
            sessions.muted(line.id(), off);
        });
        return off;
    }

    private Spoken hand(PhoneLine line, Visit visit) {
        if (visit.isHandUp()) {
            line.during(() -> sessions.lowerHand(line.id()));
            return Spoken.of(ROOM_HAND_DOWN);
        }
        int place = line.meanwhile(() -> sessions.raiseHand(line.id()));
        return Spoken.of(ROOM_HAND_UP).then(Spoken.number(place));
    }

    private Spoken end(PhoneLine line, Visit visit) {
        if (!END.ask(line)) {
            return Spoken.of(HOST_END_KEPT);
        }
        line.during(() -> sessions.end(visit.session().id()));
        return Spoken.nothing();
    }

    /** Asks the exchange to let the caller out; that happens when this key's call is over. */
    private Spoken leave(PhoneLine line, Visit visit, Departure why) {
        rooms.takeOut(visit.room(), line.id(), why);
        return Spoken.nothing();
    }
}
