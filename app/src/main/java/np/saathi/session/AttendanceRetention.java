package np.saathi.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/**
 * Turns participations into totals by day, and lets each forget whose it was and when: what hangs on it (a rating)
 * stays, and belongs to nobody.
 */
@Component
class AttendanceRetention implements RetentionRule {
    /** So many at once, so that calls never wait for long. */
    private static final int AT_ONCE = 500;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AttendanceRetention(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        Timestamp line = Timestamp.from(Retention.before(now, spans.joinTimesDays()));
        int forgotten = 0;
        int some;
        do {
            some = transaction.execute(_ -> forgetSome(line));
            forgotten += some;
        } while (some == AT_ONCE);
        return forgotten;
    }

    /** Counted and forgotten in one transaction: nobody is counted twice. */
    private int forgetSome(Timestamp line) {
        List<Long> ids = jdbc.sql("""
                SELECT id FROM participant WHERE NOT forgotten AND left_at < ? ORDER BY left_at LIMIT ? FOR UPDATE
                """).params(line, AT_ONCE).query(Long.class).list();
        if (ids.isEmpty()) {
            return 0;
        }
        jdbc.sql("""
                INSERT INTO attendance_day (day, category, language, role, outcome, people, entered, seconds)
                SELECT DATE(taken_at + INTERVAL '5:45' HOUR_MINUTE), category, s.language, role, outcome, COUNT(*),
                    COUNT(joined_at), COALESCE(SUM(TIMESTAMPDIFF(SECOND, joined_at, left_at)), 0)
                FROM participant p JOIN peer_session s ON s.id = p.session_id WHERE p.id IN (:ids)
                GROUP BY 1, 2, 3, 4, 5
                ON DUPLICATE KEY UPDATE people = people + VALUES(people), entered = entered + VALUES(entered),
                    seconds = seconds + VALUES(seconds)
                """).param("ids", ids).update();
        return jdbc.sql("""
                UPDATE participant p JOIN peer_session s ON s.id = p.session_id
                SET p.forgotten = TRUE, p.account_id = NULL, p.call_id = CONCAT('past.', p.id), p.joined_at = NULL,
                    p.taken_at = s.starts_at, p.left_at = s.starts_at
                WHERE p.id IN (:ids)
                """).param("ids", ids).update();
    }
}
