package np.saathi.ivr;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.RoomControl;

/**
 * A key pressed in a room: a short call of its own, while the room goes on (R2). It needs nothing in memory, so it may
 * land on any process. The keys that leave (a caller's hash, and 0) are the exchange's own: they work without us. What
 * a key does, {@link CallerRoomKeys}, {@link HostRoomKeys} and {@link ListenerRoomKeys} say.
 */
@Component
class RoomKeys implements CallHandler {
    private final Visits visits;
    private final RoomControl rooms;
    private final CallerRoomKeys callers;
    private final HostRoomKeys hosts;
    private final ListenerRoomKeys listeners;

    RoomKeys(Visits visits, RoomControl rooms, CallerRoomKeys callers, HostRoomKeys hosts,
            ListenerRoomKeys listeners) {
        this.visits = visits;
        this.rooms = rooms;
        this.callers = callers;
        this.hosts = hosts;
        this.listeners = listeners;
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
            key = line.ask(answer(line, now, key.get()), Duration.ofMillis(1));
        }
    }

    private Spoken answer(PhoneLine line, Visit visit, Key key) {
        return switch (visit.role()) {
            case HOST -> hosts.pressed(line, visit, key);
            // while no certified host is in, a coached one waits as callers do, and can't end what has not begun
            case COACHED -> visit.hostIsIn() ? hosts.pressed(line, visit, key) : callers.pressed(line, visit, key);
            case LISTENER -> listeners.pressed(line, visit, key);
            case CALLER -> callers.pressed(line, visit, key);
        };
    }
}
