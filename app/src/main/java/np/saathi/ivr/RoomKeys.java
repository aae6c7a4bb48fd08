package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_DUTY_RINGING;
import static np.saathi.prompt.Prompt.HOST_SILENT_THANKS;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.prompt.Spoken;
import np.saathi.session.DutyIntoRoom;
import np.saathi.session.Talking;
import np.saathi.support.DatabaseOutage;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.RoomControl;

/**
 * A key pressed in a room: a short call of its own, while the room goes on (R2). It needs nothing in memory, so it may
 * land on any process. The keys that leave (a caller's hash, and 0) are the exchange's own: they work without us, and a
 * host's 0 too when we don't answer. What a key does, {@link CallerRoomKeys}, {@link HostRoomKeys},
 * {@link ListenerRoomKeys} and, in a talk of two, {@link TalkKeys} say.
 */
@Component
class RoomKeys implements CallHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RoomKeys.class);

    private final Visits visits;
    private final RoomControl rooms;
    private final CallerRoomKeys callers;
    private final HostRoomKeys hosts;
    private final ListenerRoomKeys listeners;
    private final TalkKeys talks;
    private final Talking talking;
    private final Optional<DutyIntoRoom> duty;

    /** @param duty nobody to ring: then a host's 0 is the crisis path like everybody's */
    RoomKeys(Visits visits, RoomControl rooms, CallerRoomKeys callers, HostRoomKeys hosts, ListenerRoomKeys listeners,
            TalkKeys talks, Talking talking, Optional<DutyIntoRoom> duty) {
        this.visits = visits;
        this.rooms = rooms;
        this.callers = callers;
        this.hosts = hosts;
        this.listeners = listeners;
        this.talks = talks;
        this.talking = talking;
        this.duty = duty;
    }

    @Override
    public Door door() {
        return Door.ROOM_KEY;
    }

    @Override
    public void answer(PhoneLine line) {
        talking.atTheKeys(line.id());
        try {
            Optional<Key> pressed = line.ask(Spoken.nothing(), Duration.ofMillis(1));
            line.meanwhile(() -> visits.of(line.id()))
                    .ifPresent(visit -> pressed.ifPresent(key -> follow(line, visit, key)));
        } catch (HelpPressed pressed) {
            help(line, pressed);
        } finally {
            talking.back(line.id());
        }
    }

    /** What the app can't do without database or link the exchange can: it leads out of the room by itself. */
    private void help(PhoneLine line, HelpPressed pressed) {
        try {
            Optional<Visit> visit = line.meanwhile(() -> visits.of(line.id()));
            if (visit.isPresent()) {
                help(line, visit.get());
                return;
            }
        } catch (RuntimeException unreachable) {
            if (!DatabaseOutage.isPassing(unreachable) && !(unreachable instanceof RoomControl.ExchangeUnreachable)) {
                throw unreachable;
            }
            LOG.info("Call {}: Asterisk alone leads to help: {}", line.id(), unreachable.getMessage());
        }
        throw pressed;
    }

    /**
     * A host stays while somebody on duty is rung into the room; 0 once more is the crisis path. The call is still in its
     * room: only there can it be let out into that path.
     */
    private void help(PhoneLine line, Visit visit) {
        if (visit.leadsNow() && duty.map(roster -> roster.ring(visit.session().id())).orElse(false)) {
            visits.signOf(visit);
            line.ask(Spoken.of(HOST_DUTY_RINGING), line.timeouts().nextRoomKey())
                    .ifPresent(key -> follow(line, visit, key));
        } else {
            rooms.takeOut(visit.room(), line.id(), Departure.CRISIS);
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
        boolean asked = visit.person().askedAt().isPresent();
        if (visit.role().leads()) {
            visits.signOf(visit);
        }
        if (asked) { // "are you there? press one": that was the answer, and does nothing else
            return Spoken.of(HOST_SILENT_THANKS);
        }
        if (visit.isInTalk()) {
            return talks.pressed(line, visit, key);
        }
        return switch (visit.role()) {
            case HOST -> hosts.pressed(line, visit, key);
            // while no certified host is in, a coached one waits as callers do, and can't end what has not begun
            case COACHED -> visit.hostIsIn() ? hosts.pressed(line, visit, key) : callers.pressed(line, visit, key);
            case LISTENER -> listeners.pressed(line, visit, key);
            case CALLER -> callers.pressed(line, visit, key);
        };
    }
}
