package np.saathi.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountId;
import np.saathi.session.PeerSession;
import np.saathi.session.Sessions;

/** Reports as they are given by phone: kept answer by answer, so that hanging up loses nothing. */
@Service
public class PhoneReports {
    /** Whoever has not reported after a week does not remember enough to. */
    private static final Duration ASKED_FOR = Duration.ofDays(7);
    private final Reports reports;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final Clock clock;

    PhoneReports(Reports reports, Sessions sessions, JdbcClient jdbc, Clock clock) {
        this.reports = reports;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Sessions of the last seven days that this volunteer led, that are over (or were taken over from them), and that they
     * have not reported, or only in part; the latest first.
     */
    public List<PeerSession> due(AccountId host) {
        Instant now = clock.instant();
        return jdbc.sql("""
                SELECT s.id FROM peer_session s
                  JOIN session_host h ON h.session_id = s.id AND h.account_id = :host
                  LEFT JOIN session_report r ON r.session_id = s.id AND r.account_id = h.account_id
                WHERE s.live_since IS NOT NULL AND (s.ended_at > :week OR s.ended_at IS NULL)
                  AND (r.id IS NULL OR NOT r.complete AND r.filed_at > :day)
                  AND EXISTS (SELECT 1 FROM participant p WHERE p.session_id = s.id AND p.account_id = h.account_id
                                AND p.role IN ('HOST', 'COACHED') AND p.joined_at IS NOT NULL
                                AND (s.state = 'ENDED' OR p.outcome = 'REMOVED'))
                ORDER BY s.ended_at IS NULL DESC, s.ended_at DESC, s.id DESC
                """).param("host", host.value()).param("week", at(now.minus(ASKED_FOR)))
                .param("day", at(now.minus(Reports.OPEN))).query(Long.class).list().stream()
                .flatMap(id -> sessions.find(id).stream()).toList();
    }

    /**
     * Keeps what was answered so far; what must not wait is told at once, and once only.
     *
     * @param complete whether nothing more is asked
     * @throws ReportRefused when it can't be reported by this host, or no more
     */
    @Transactional
    public void keep(AccountId host, long sessionId, Answers answers, boolean complete) {
        Optional<Report> before = reports.about(sessionId, host);
        Report now = before.isPresent()
                ? reports.change(before.get(), before.get().version(), answers)
                : reports.file(host, sessionId, answers);
        jdbc.sql("UPDATE session_report SET complete = ? WHERE id = ?").params(complete, now.id()).update();
    }

    /**
     * Adds what the host said; an earlier voice goes.
     *
     * @param alaw as the line plays it
     */
    @Transactional
    public void say(AccountId host, long sessionId, byte[] alaw) {
        reports.say(reports.about(sessionId, host).orElseThrow(), alaw);
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }
}
