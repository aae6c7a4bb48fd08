package np.saathi.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.operation.Opening;
import np.saathi.operation.Operation;
import np.saathi.session.DutyIntoRoom;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.Rounds;

/**
 * Sees to it that each alert is rung until somebody takes it: the roster from its first phone to its last, three times
 * with a pause. When nobody is on duty it waits for who comes next.
 */
@Component
class AlertDesk implements DutyIntoRoom {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private final AlertRows rows;
    private final DutyCalls calls;
    private final Operation operation;
    private final Sessions sessions;
    private final Clock clock;
    private final Rounds rounds = new Rounds(LOG, "Alerts wait");

    AlertDesk(AlertRows rows, DutyCalls calls, Operation operation, Sessions sessions, Clock clock) {
        this.rows = rows;
        this.calls = calls;
        this.operation = operation;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A round that fails is said once and tried again. */
    void lookSafely() {
        rounds.make(this::look);
    }

    void look() {
        for (Alert alert : rows.toRing(clock.instant())) {
            if (!alert.kind().waitsForOpeningHours() || operation.byTheClock() == Opening.OPEN) {
                goOn(alert);
            }
        }
    }

    private void goOn(Alert alert) {
        switch (calls.next(alert)) {
            case GOES_ON -> {
                // until the call of who is asked now is over
            }
            case NOBODY -> {
                if (alert.kind() == AlertKind.INTO_ROOM) {
                    giveUp(alert);
                }
            }
            case OVER -> {
                if (alert.rounds() + 1 < alert.kind().rounds()) {
                    rows.nextRound(alert.id(), clock.instant().plus(PAUSE));
                } else {
                    giveUp(alert);
                }
            }
        }
    }

    private void giveUp(Alert alert) {
        if (rows.unanswered(alert.id())) {
            LOG.warn("Nobody on duty took alert {} ({}): it waits in the panel", alert.id(), alert.kind());
            Long session = alert.sessionId();
            if (alert.kind() == AlertKind.INTO_ROOM && session != null) {
                sessions.nobodyFromDuty(session);
            }
        }
    }

    /** Rung by the desk's next look, within a second or two. */
    @Override
    public boolean ring(long sessionId) {
        if (!calls.anybodyOnDuty()) {
            return false;
        }
        if (rows.openIntoRoom(sessionId).isEmpty()) {
            PeerSession session = sessions.find(sessionId).orElseThrow();
            if (session.state() != SessionState.LIVE && session.state() != SessionState.HELD) {
                return false;
            }
            rows.raise("room:" + UUID.randomUUID(), AlertKind.INTO_ROOM, sessionId, session.category(),
                    session.language(), null, clock.instant());
        }
        return true;
    }
}
