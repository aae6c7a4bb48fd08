package np.saathi.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;
import np.saathi.session.ModerationAct.Action;

/** What hosts did in their rooms, written in the transaction that made it so. */
@Repository
public class ModerationLog implements RetentionRule {
    private final JdbcClient jdbc;

    ModerationLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(ModerationAct act) {
        jdbc.sql("""
                INSERT INTO moderation_act (session_id, account_id, action, seat, minutes, done_at)
                VALUES (:session, :host, :action, :seat, :minutes, :at)
                """).param("session", act.sessionId()).param("host", act.host() == null ? null : act.host().value())
                .param("action", act.action().name()).param("seat", act.seat()).param("minutes", act.minutes())
                .param("at", Timestamp.from(act.at())).update();
    }

    /** What this host did, the latest first. */
    public List<ModerationAct> of(AccountId host, long offset, int size) {
        return jdbc.sql("""
                SELECT session_id, account_id, action, seat, minutes, done_at FROM moderation_act
                WHERE account_id = ? ORDER BY id DESC LIMIT ? OFFSET ?
                """).params(host.value(), size, offset)
                .query((row, _) -> new ModerationAct(row.getLong(1), new AccountId(row.getString(2)),
                        Action.valueOf(row.getString(3)), row.getObject(4, Integer.class),
                        row.getObject(5, Integer.class), row.getTimestamp(6).toInstant()))
                .list();
    }

    public long count(AccountId host) {
        return jdbc.sql("SELECT COUNT(*) FROM moderation_act WHERE account_id = ?").param(host.value())
                .query(Long.class).single();
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM moderation_act WHERE done_at < ?")
                .param(Timestamp.from(Retention.before(now, spans.auditDays()))).update();
    }
}
