package np.saathi.session;

import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.session.ModerationAct.Action;
import np.saathi.session.ModerationRefused.Why;
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
    public void mute(long sessionId, AccountId host, int seat) {
        PeerSession session = begun(sessionId, host);
        Participant person = at(session, seat);
        rooms.mute(session.room(), person.call());
        write(session, host, Action.MUTE, seat, null,
                sitting -> sitting.seatOf(person.call()).ifPresent(sitting::silence));
    }

    public void unmute(long sessionId, AccountId host, int seat) {
        PeerSession session = begun(sessionId, host);
        Participant person = at(session, seat);
        rooms.unmute(session.room(), person.call());
        write(session, host, Action.UNMUTE, seat, null,
                sitting -> sitting.seatOf(person.call()).ifPresent(sitting::giveVoice));
    }

    /** Takes a caller out of the room for good: they don't come into this session again. */
    public void remove(long sessionId, AccountId host, int seat) {
        PeerSession session = begun(sessionId, host);
        Participant person = at(session, seat);
        if (person.inRoom()) { // else they are on the crisis path, and that call is not to be touched
            rooms.takeOut(session.room(), person.call(), Departure.REMOVED);
        }
        write(session, host, Action.REMOVE, seat, null, sitting -> sitting.seatOf(person.call())
                .ifPresent(still -> sitting.leave(still, Outcome.REMOVED)));
    }

    /** Tells the duty admin, and nobody in the room, that this caller may be under 18. */
    public void mayBeAChild(long sessionId, AccountId host, int seat) {
        PeerSession session = begun(sessionId, host);
        Participant person = at(session, seat);
        write(session, host, Action.CHILD, seat, null, sitting -> sitting.seatOf(person.call())
                .ifPresent(sitting::mayBeAChild));
    }

    /** Nobody new comes in; who has a seat keeps it, on the crisis path too. */
    public void lock(long sessionId, AccountId host) {
        write(begun(sessionId, host), host, Action.LOCK, null, null, sitting -> sitting.lock(true));
    }

    public void unlock(long sessionId, AccountId host) {
        write(begun(sessionId, host), host, Action.UNLOCK, null, null, sitting -> sitting.lock(false));
    }

    /** @param minutes 1 to {@link PeerSession#EXTENSION_MINUTES} */
    public void extend(long sessionId, AccountId host, int minutes) {
        write(begun(sessionId, host), host, Action.EXTEND, null, minutes, sitting -> sitting.extend(minutes));
    }

    public void end(long sessionId, AccountId host) {
        write(begun(sessionId, host), host, Action.END, null, null, Sitting::end);
    }

    private PeerSession begun(long sessionId, AccountId host) {
        PeerSession session = sessions.findById(sessionId)
                .orElseThrow(() -> new NoSuchElementException("No session " + sessionId));
        if (!session.hosts().contains(host) && !admins.contains(host)) {
            throw new ModerationRefused(Why.NOT_THE_HOST);
        }
        mustHaveBegun(session);
        return session;
    }

    private static void mustHaveBegun(PeerSession session) {
        if (!session.hasBegun()) {
            throw new ModerationRefused(Why.NOT_BEGUN);
        }
    }

    private Participant at(PeerSession session, int seat) {
        Optional<Participant> person = participants.findBySessionIdAndLeftAtIsNullOrderById(session.id()).stream()
                .filter(one -> !one.isHost() && one.seat() == seat).findFirst();
        return person.orElseThrow(() -> new ModerationRefused(Why.SEAT_EMPTY));
    }

    private void write(PeerSession session, AccountId host, Action action, @Nullable Integer seat,
            @Nullable Integer minutes, Consumer<Sitting> work) {
        Instant now = clock.instant();
        sittings.at(now, session.id(), sitting -> {
            mustHaveBegun(sitting.session()); // it may have ended meanwhile
            work.accept(sitting);
            log.write(new ModerationAct(session.id(), host, action, seat, minutes, now));
        });
    }
}
