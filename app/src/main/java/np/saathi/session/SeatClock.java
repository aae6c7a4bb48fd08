package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.operation.OperatingSettings.Limits;
import np.saathi.operation.Operation;
import np.saathi.telephony.Departure;
import np.saathi.telephony.RoomControl;

/**
 * Does to callers in rooms what time alone does: tells who waits how long it has been, and ends waiting and calls at
 * their limits. It remembers nothing that the database does not.
 */
@Component
class SeatClock {
    private static final EnumSet<SessionState> OPEN = EnumSet.of(SessionState.WAITING, SessionState.LIVE,
            SessionState.HELD);
    /** As long as before a session's own end: time for a last word. */
    private static final Duration CALL_ENDS_SOON = Duration.ofMinutes(2);
    private final PeerSessionRepository sessions;
    private final ParticipantRepository participants;
    private final Sittings sittings;
    private final RoomControl rooms;
    private final SessionProperties times;
    private final Operation operation;

    SeatClock(PeerSessionRepository sessions, ParticipantRepository participants, Sittings sittings, RoomControl rooms,
            SessionProperties times, Operation operation) {
        this.sessions = sessions;
        this.participants = participants;
        this.sittings = sittings;
        this.rooms = rooms;
        this.times = times;
        this.operation = operation;
    }

    private enum Due {
        TIME_UP, TELL_CALL_ENDS, TELL_WAITING
    }

    void tick(Instant now) {
        for (PeerSession session : sessions.findByStateIn(OPEN)) {
            participants.findBySessionIdAndLeftAtIsNullOrderById(session.id())
                    .forEach(person -> due(session, person, now).ifPresent(due -> act(session, person, due, now)));
        }
    }

    private Optional<Due> due(PeerSession session, Participant person, Instant now) {
        if (!person.isCaller() || !person.inRoom()) {
            return Optional.empty();
        }
        Limits limits = operation.settings().limits();
        boolean waits = session.state() == SessionState.WAITING;
        Optional<Instant> callEnds = person.call().madeAt().map(made -> made.plusSeconds(limits.callMinutes() * 60L));
        if (callEnds.filter(end -> !now.isBefore(end)).isPresent()
                || waits && waited(person, now).toMinutes() >= limits.waitingMinutes()) {
            return Optional.of(Due.TIME_UP);
        }
        if (!person.limitTold() && callEnds.filter(end -> !now.isBefore(end.minus(CALL_ENDS_SOON))).isPresent()) {
            return Optional.of(Due.TELL_CALL_ENDS);
        }
        return waits && waited(person, now).compareTo(nextTold(person)) >= 0
                ? Optional.of(Due.TELL_WAITING)
                : Optional.empty();
    }

    private void act(PeerSession session, Participant person, Due due, Instant now) {
        if (due == Due.TIME_UP && !isTakenOut(session, person)) {
            return;
        }
        sittings.at(now, session.id(), sitting -> sitting.seatOf(person.call())
                .filter(still -> due(sitting.session(), still, now).filter(due::equals).isPresent())
                .ifPresent(still -> {
                    switch (due) {
                        case TIME_UP -> sitting.leave(still, Outcome.TIME_UP);
                        case TELL_CALL_ENDS -> sitting.tellCallEnds(still);
                        case TELL_WAITING -> sitting.tellWaiting(still, (int) waited(still, now).toMinutes());
                    }
                }));
    }

    /** Ordered before it is written: nobody is to be heard in a room in which they have no seat. */
    private boolean isTakenOut(PeerSession session, Participant person) {
        try {
            rooms.takeOut(session.room(), person.call(), Departure.TIME_UP);
            return true;
        } catch (RoomControl.ExchangeUnreachable later) {
            return false; // the next tick tries again; the link itself tells that it is gone
        }
    }

    /** After how long a wait its length is told again. */
    private Duration nextTold(Participant person) {
        return Duration.ofMinutes(person.waitingTold()).plus(times.waitingToldEvery());
    }

    private static Duration waited(Participant person, Instant now) {
        return Duration.between(person.takenAt(), now);
    }
}
