package np.saathi.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import np.saathi.session.ModerationAct.Action;
import np.saathi.session.ModerationRefused.Why;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.RoomControl;

/**
 * What a host does in their room, by keypad and on the web alike, and an admin in any. Every method throws {@link ModerationRefused} for
 * whom or when it can't be done, {@link NoSuchElementException} for a session that there is not, and
 * {@link RoomControl.ExchangeUnreachable} when the room can't be reached: then nothing was done.
 *
 * <p>What must happen in the room is ordered before it is written down, so that nobody reads "muted" of somebody who is
 * heard. The order waits for the exchange, so it is given outside of the session's lock.
 */
@Service
public class Moderation {
    private final PeerSessionRepository sessions;
    private final ParticipantRepository participants;
    private final Sittings sittings;
    private final RoomControl rooms;
    private final ModerationLog log;
    private final Admins admins;
    private final Clock clock;

    Moderation(PeerSessionRepository sessions, ParticipantRepository participants, Sittings sittings, RoomControl rooms,
            ModerationLog log, Admins admins, Clock clock) {
        this.sessions = sessions;
        this.participants = participants;
        this.sittings = sittings;
        this.rooms = rooms;
        this.log = log;
        this.admins = admins;
        this.clock = clock;
    }

    /** Turns a caller's voice off until a host turns it on again; they are told. */
    public void mute(long sessionId, Moderator by, int seat) {
        PeerSession session = begun(sessionId, by);
        Participant person = at(session, seat);
        rooms.mute(session.roomOf(person), person.call());
        write(session, by, Action.MUTE, seat, null, sitting -> sitting.seatOf(person.call())
                .ifPresent(still -> sitting.silence(still, person.muted())));
    }

    /** Lets somebody speak whose voice a host had turned off; who turned off their own keeps it off. */
    public void unmute(long sessionId, Moderator by, int seat) {
        PeerSession session = begun(sessionId, by);
        Participant person = at(session, seat);
        if (person.silenced() && !person.keepsSilent()) {
            rooms.unmute(session.roomOf(person), person.call());
        }
        write(session, by, Action.UNMUTE, seat, null,
                sitting -> sitting.seatOf(person.call()).ifPresent(sitting::giveVoice));
    }

    /** Takes a caller out of the room for good: they don't come into this session again. */
    public void remove(long sessionId, Moderator by, int seat) {
        PeerSession session = begun(sessionId, by);
        Participant person = at(session, seat);
        if (person.isHere()) { // else they are on the crisis path, and that call is not to be touched
            rooms.takeOut(session.roomOf(person), person.call(), Departure.REMOVED);
        }
        write(session, by, Action.REMOVE, seat, null, sitting -> sitting.seatOf(person.call())
                .ifPresent(still -> sitting.leave(still, Outcome.REMOVED)));
    }

    /**
     * Somebody from the duty roster hosts alone from now on: volunteers who lead are taken out for good, and the callers
     * are told.
     *
     * @return whether there was one; else nothing was done
     */
    public boolean takeOver(long sessionId, Moderator by) {
        PeerSession session = begun(sessionId, by);
        if (!by.isOnDuty()) {
            throw new ModerationRefused(Why.NOT_THE_HOST);
        }
        List<Participant> hosts = new Circle(participants.findBySessionIdAndLeftAtIsNullOrderById(sessionId))
                .leadingVolunteers();
        hosts.stream().filter(Participant::isHere)
                .forEach(host -> rooms.takeOut(session.roomOf(host), host.call(), Departure.REMOVED));
        if (!hosts.isEmpty()) {
            write(session, by, Action.TAKE, null, null, Sitting::takeOver);
        }
        return !hosts.isEmpty();
    }

    /** Tells the duty admin, and nobody in the room, that this caller may be under 18. */
    public void mayBeAChild(long sessionId, Moderator by, int seat) {
        PeerSession session = begun(sessionId, by);
        Participant person = at(session, seat);
        write(session, by, Action.CHILD, seat, null, sitting -> sitting.seatOf(person.call())
                .ifPresent(sitting::mayBeAChild));
    }

    /** Nobody new comes in; who has a seat keeps it, on the crisis path too. */
    public void lock(long sessionId, Moderator by) {
        write(begun(sessionId, by), by, Action.LOCK, null, null, sitting -> sitting.lock(true));
    }

    public void unlock(long sessionId, Moderator by) {
        write(begun(sessionId, by), by, Action.UNLOCK, null, null, sitting -> sitting.lock(false));
    }

    /** Lets who raised a hand speak: the voice is on, the hand is down, and they are told. */
    public void giveFloor(long sessionId, Moderator by, int seat) {
        PeerSession session = begun(sessionId, by);
        Participant person = at(session, seat);
        rooms.unmute(session.roomOf(person), person.call());
        write(session, by, Action.FLOOR, seat, null,
                sitting -> sitting.seatOf(person.call()).ifPresent(sitting::giveFloor));
    }

    /** Lowers a raised hand without giving the floor; they are told. */
    public void lowerHand(long sessionId, Moderator by, int seat) {
        PeerSession session = begun(sessionId, by);
        Participant person = at(session, seat);
        write(session, by, Action.LOWER, seat, null,
                sitting -> sitting.seatOf(person.call()).ifPresent(sitting::declineHand));
    }

    /** Turns off the voice of every caller, and of whoever comes in from now on. */
    public void muteAll(long sessionId, Moderator by) {
        PeerSession session = begun(sessionId, by);
        List<Participant> speaking = callersOf(session).filter(one -> !one.silenced()).toList();
        Set<CallId> mutedThemselves = speaking.stream().filter(Participant::muted).map(Participant::call)
                .collect(Collectors.toSet());
        speaking.forEach(one -> rooms.mute(session.room(), one.call()));
        write(session, by, Action.MUTE_ALL, null, null, sitting -> sitting.silenceAll(mutedThemselves));
    }

    /** Turns on every voice that a host had turned off; who turned off their own keeps it off. */
    public void openAll(long sessionId, Moderator by) {
        PeerSession session = begun(sessionId, by);
        callersOf(session).filter(one -> one.silenced() && !one.keepsSilent())
                .forEach(one -> rooms.unmute(session.room(), one.call()));
        write(session, by, Action.OPEN_ALL, null, null, Sitting::giveVoiceToAll);
    }

    private Stream<Participant> callersOf(PeerSession session) {
        return participants.findBySessionIdAndLeftAtIsNullOrderById(session.id()).stream()
                .filter(one -> one.isCaller() && one.inRoom());
    }

    /**
     * @param minutes 1 to {@link PeerSession#EXTENSION_MINUTES}; refused when it was lengthened three times, and when one
     *            of its volunteers hosts another session by then
     */
    public void extend(long sessionId, Moderator by, int minutes) {
        PeerSession session = begun(sessionId, by);
        Instant end = session.endsAt().plus(Duration.ofMinutes(minutes));
        if (session.hosts().stream().flatMap(host -> sessions.assignedTo(host, end).stream())
                .anyMatch(other -> other.id() != sessionId && other.startsAt().isBefore(end)
                        && other.startsAt().isAfter(session.startsAt()))) {
            throw new ModerationRefused(Why.NEXT_SESSION);
        }
        write(session, by, Action.EXTEND, null, minutes, sitting -> sitting.extend(minutes));
    }

    public void end(long sessionId, Moderator by) {
        write(begun(sessionId, by), by, Action.END, null, null, Sitting::end);
    }

    private PeerSession begun(long sessionId, Moderator by) {
        PeerSession session = sessions.findById(sessionId)
                .orElseThrow(() -> new NoSuchElementException("No session " + sessionId));
        if (!by.isOneOf(admins)) {
            mustHost(session, by);
        }
        mustHaveBegun(session);
        return session;
    }

    private void mustHost(PeerSession session, Moderator by) {
        if (!by.mayModerate(session)) {
            throw new ModerationRefused(Why.NOT_THE_HOST);
        }
        if (by.account() != null && participants.countTakenFrom(session.id(), by.account()) > 0) {
            throw new ModerationRefused(Why.TAKEN_OVER);
        }
    }

    private static void mustHaveBegun(PeerSession session) {
        if (!session.hasBegun()) {
            throw new ModerationRefused(Why.NOT_BEGUN);
        }
    }

    private Participant at(PeerSession session, int seat) {
        Optional<Participant> person = participants.findBySessionIdAndLeftAtIsNullOrderById(session.id()).stream()
                .filter(one -> one.isCaller() && one.seat() == seat).findFirst();
        return person.orElseThrow(() -> new ModerationRefused(Why.SEAT_EMPTY));
    }

    private void write(PeerSession session, Moderator by, Action action, @Nullable Integer seat,
            @Nullable Integer minutes, Consumer<Sitting> work) {
        Instant now = clock.instant();
        sittings.at(now, session.id(), sitting -> {
            mustHaveBegun(sitting.session()); // it may have ended meanwhile
            work.accept(sitting);
            log.write(new ModerationAct(session.id(), by.account(), action, seat, minutes, now));
        });
    }
}
