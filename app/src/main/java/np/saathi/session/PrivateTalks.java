package np.saathi.session;

import java.time.Clock;
import java.util.function.Consumer;

import org.springframework.stereotype.Service;

import np.saathi.session.ModerationAct.Action;
import np.saathi.session.ModerationRefused.Why;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Room;
import np.saathi.telephony.RoomControl;

/**
 * A host and one caller talk alone, in a room of their own, while the others go on with a co-host or wait with music
 * (ADR 0012). Seat, hand and mute are kept. One such talk at a time in a session; it ends by either's key, with either's
 * call, with the session, and by itself after {@link SessionProperties#talkFor}.
 */
@Service
public class PrivateTalks {
    private final ParticipantRepository participants;
    private final Sittings sittings;
    private final RoomControl rooms;
    private final ModerationLog log;
    private final Clock clock;

    PrivateTalks(ParticipantRepository participants, Sittings sittings, RoomControl rooms, ModerationLog log,
            Clock clock) {
        this.participants = participants;
        this.sittings = sittings;
        this.rooms = rooms;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Brings the host who calls and who sits there into a room of their own. It is true before they are moved, for each
     * of their calls asks where it belongs when it is out of the room.
     *
     * @throws ModerationRefused when nobody is there, or two talk already
     * @throws RoomControl.ExchangeUnreachable when they can't be moved: then nothing was done
     */
    public void begin(CallId host, int seat) {
        Pair pair = participants.findByCallIdAndLeftAtIsNull(host)
                .map(open -> sittings.of(open.sessionId(), sitting -> begin(sitting, host, seat)))
                .orElseThrow(() -> new ModerationRefused(Why.NOT_BEGUN));
        try {
            rooms.takeOut(pair.room(), pair.caller(), Departure.MOVED);
            rooms.takeOut(pair.room(), host, Departure.MOVED);
        } catch (RoomControl.ExchangeUnreachable unreachable) {
            end(host);
            throw unreachable;
        }
    }

    private Pair begin(Sitting sitting, CallId host, int seat) {
        Participant asking = sitting.seatOf(host).filter(Participant::isHost)
                .orElseThrow(() -> new ModerationRefused(Why.NOT_THE_HOST));
        Participant caller = sitting.circle().at(seat).orElseThrow(() -> new ModerationRefused(Why.SEAT_EMPTY));
        if (!caller.inRoom() || !asking.inRoom()) {
            throw new ModerationRefused(Why.SEAT_AWAY);
        }
        sitting.beginTalk(asking, caller, Room.random());
        log.write(new ModerationAct(sitting.session().id(), asking.account().orElse(null), Action.TALK, seat, null,
                sitting.now()));
        return new Pair(sitting.session().room(), caller.call());
    }

    private record Pair(Room room, CallId caller) {}

    /** Brings both back into the room. Not in such a talk (any more): nothing happens. */
    public void end(CallId oneOfTheTwo) {
        with(oneOfTheTwo, (sitting, person) -> {
            if (person.inTalk()) {
                sitting.endTalk();
            }
        });
    }

    /** A caller would like to talk to a host alone: the hosts are told which seat it is. */
    public void request(CallId caller) {
        with(caller, Sitting::askForTalk);
    }

    private void with(CallId call, java.util.function.BiConsumer<Sitting, Participant> work) {
        participants.findByCallIdAndLeftAtIsNull(call).ifPresent(open -> sittings.at(clock.instant(), open.sessionId(),
                (Consumer<Sitting>) sitting -> sitting.seatOf(call).ifPresent(held -> work.accept(sitting, held))));
    }
}
