package np.saathi.session;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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
    private final SessionProperties times;
    private final Clock clock;
    private boolean databaseAnswers = true;

    SessionClock(PeerSessionRepository sessions, Sittings sittings, SessionProperties times, Clock clock) {
        this.sessions = sessions;
        this.sittings = sittings;
        this.times = times;
        this.clock = clock;
    }

    /** One line when the database is gone and one when it is back, not one a second. */
    @Scheduled(initialDelayString = "${saathi.session.tick:1s}", fixedDelayString = "${saathi.session.tick:1s}")
    void tickSafely() {
        try {
            tick();
            if (!databaseAnswers) {
                log.info("The database answers again: sessions go on");
            }
            databaseAnswers = true;
        } catch (DataAccessException | TransactionException e) {
            if (databaseAnswers) {
                log.warn("Sessions stand still until the database answers: {}", e.getMessage());
            }
            databaseAnswers = false;
        }
    }

    void tick() {
        Instant now = clock.instant();
        for (PeerSession session : sessions.findByStateInAndStartsAtLessThanEqual(NOT_OVER,
                now.plus(times.openBefore()))) {
            if (session.due(now, times).isPresent()) {
                sittings.at(now, session.id(), this::doWhatIsDue);
            }
        }
    }

    private void doWhatIsDue(Sitting sitting) {
        sitting.session().due(sitting.now(), times).ifPresent(due -> {
            switch (due) {
                case OPEN -> sitting.open();
                case END -> sitting.end();
                case NO_HOST -> sitting.cancel(CancelReason.NO_HOST);
            }
        });
    }
}
