package np.saathi.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import np.saathi.account.Role;
import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** Keeps actions, and finds them again. */
@Repository
class AuditLog implements RetentionRule {
    private static final String MATCHING = """
            WHERE (:account IS NULL OR account_id = :account) AND (:method IS NULL OR method = :method)
                AND (:route IS NULL OR LEFT(route, CHAR_LENGTH(:route)) = :route)
                AND (:from IS NULL OR at >= :from) AND (:to IS NULL OR at < :to)
            """;
    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to look for; null: anything.
     *
     * @param route how the pattern begins
     * @param from the first moment
     * @param to the first moment after
     */
    record Filter(@Nullable String account, @Nullable String method, @Nullable String route, @Nullable Instant from,
            @Nullable Instant to) {}

    void write(Action action) {
        jdbc.sql("INSERT INTO audit (at, account_id, role, method, route, variables, status) VALUES (?,?,?,?,?,?,?)")
                .params(Timestamp.from(action.at()), action.accountId(), action.role().name(), action.method(),
                        action.route(), action.variables(), action.status())
                .update();
    }

    /** The newest first. */
    List<Action> find(Filter filter, long offset, int limit) {
        return matching("SELECT at, account_id, role, method, route, variables, status FROM audit " + MATCHING
                + "ORDER BY id DESC LIMIT :limit OFFSET :offset", filter).param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> new Action(row.getTimestamp(1).toInstant(), row.getString(2),
                        Role.valueOf(row.getString(3)), row.getString(4), row.getString(5), row.getString(6),
                        row.getInt(7)))
                .list();
    }

    long count(Filter filter) {
        return matching("SELECT COUNT(*) FROM audit " + MATCHING, filter).query(Long.class).single();
    }

    private StatementSpec matching(String sql, Filter filter) {
        return jdbc.sql(sql).param("account", filter.account).param("method", filter.method)
                .param("route", filter.route).param("from", at(filter.from)).param("to", at(filter.to));
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM audit WHERE at < ?")
                .param(Timestamp.from(Retention.before(now, spans.auditDays()))).update();
    }
}
