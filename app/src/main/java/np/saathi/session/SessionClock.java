package np.saathi.session;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import np.saathi.operation.Operation;
import np.saathi.telephony.Rounds;

/**
 * Does to sessions what time alone does. It remembers nothing, so several instances may tick at once: each looks
 * again under the session's lock.
 */
@Component
class SessionClock {
    private static final Logger log = LoggerFactory.getLogger(SessionClock.class);
    private static final EnumSet<SessionState> NOT_OVER = EnumSet.of(SessionState.SCHEDULED, SessionState.WAITING,
            SessionState.LIVE, SessionState.HELD);
    private final PeerSessionRepository sessions;
    private final Sittings sittings;
    private final SeatClock seats;
    private final SilentHosts silentHosts;
    private final SessionProperties times;
    private final Operation operation;
    private final Clock clock;
    private final Rounds rounds = new Rounds(log, "Sessions stand still");

    SessionClock(PeerSessionRepository sessions, Sittings sittings, SeatClock seats, SilentHosts silentHosts,
            SessionProperties times, Operation operation, Clock clock) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.seats = seats;
        this.silentHosts = silentHosts;
        this.times = times;
        this.operation = operation;
        this.clock = clock;
    }

    /** What fails is said once, not each second, and tried again. */
    @Scheduled(initialDelayString = "${saathi.session.tick:1s}", fixedDelayString = "${saathi.session.tick:1s}")
    void tickSafely() {
        rounds.make(this::tick);
    }

    void tick() {
        Instant now = clock.instant();
        for (PeerSession session : sessions.findByStateInAndStartsAtLessThanEqual(NOT_OVER,
                now.plus(times.openBefore()))) {
            if (due(session, now).isPresent()) {
                sittings.at(now, session.id(), this::doWhatIsDue);
            }
        }
        seats.tick(now);
        silentHosts.look(now);
    }

    private Optional<PeerSession.Due> due(PeerSession session, Instant now) {
        return session.due(now, times, operation.settings().lateHost());
    }

    private void doWhatIsDue(Sitting sitting) {
        due(sitting.session(), sitting.now()).ifPresent(due -> {
            switch (due) {
                case OPEN -> sitting.open();
                case TELL_LATE -> sitting.tellLate();
                case END -> sitting.end();
                case HOST_LOST -> sitting.endForLostHost();
                case NO_HOST -> sitting.cancel(CancelReason.NO_HOST);
                case TALK_OVER -> sitting.endTalk();
                case WARN -> sitting.session().warningDue(sitting.now()).ifPresent(sitting::warn);
            }
        });
    }
}
