package np.saathi.access;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Deletes web sessions that are over, as one of our own jobs: the library's would fill the log in an outage. */
@Component
class SessionCleanup {
    private final JdbcIndexedSessionRepository sessions;

    SessionCleanup(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void deleteExpired() {
        sessions.cleanUpExpiredSessions();
    }
}
