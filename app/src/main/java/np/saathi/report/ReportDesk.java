package np.saathi.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountId;

/** All hosts' reports, for admins: they look after what is told in them, and after the hosts. */
@Service
class ReportDesk {
    private static final String MATCHING = """
            WHERE risk >= :risk AND (:session IS NULL OR session_id = :session)
              AND (:volunteer IS NULL OR account_id = :volunteer)
              AND (:open IS NULL OR (handled_at IS NULL AND (follow_up OR risk = 3)) = :open)
            """;
    private final Reports reports;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportDesk(Reports reports, JdbcClient jdbc, Clock clock) {
        this.reports = reports;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What to look for; null: anything.
     *
     * @param risk at least
     * @param open see {@link Report#toFollowUp}
     */
    record Search(@Nullable Integer risk, @Nullable Boolean open, @Nullable Long session,
            @Nullable AccountId volunteer) {}

    /** That a host was not well after a session: nothing more is told of how they are. */
    record Unwell(long reportId, long sessionId, Instant filedAt) {}

    /** The latest first. */
    List<Report> list(Search search, long offset, int size) {
        return matching(Reports.COLUMNS + MATCHING + "ORDER BY id DESC LIMIT :size OFFSET :offset", search)
                .param("size", size).param("offset", offset).query(reports::report).list();
    }

    long count(Search search) {
        return matching("SELECT COUNT(*) FROM session_report " + MATCHING, search).query(Long.class).single();
    }

    private StatementSpec matching(String sql, Search search) {
        AccountId volunteer = search.volunteer;
        return jdbc.sql(sql).param("risk", search.risk == null ? 1 : search.risk).param("open", search.open)
                .param("session", search.session).param("volunteer", volunteer == null ? null : volunteer.value());
    }

    Optional<Report> find(long id) {
        return jdbc.sql(Reports.COLUMNS + "WHERE id = ?").param(id).query(reports::report).optional();
    }

    /**
     * @param handled false: it is to be looked at again
     * @throws OptimisticLockingFailureException when it was changed meanwhile
     */
    @Transactional
    Report handle(long id, int version, boolean handled, AccountId by) {
        int changed = jdbc.sql("""
                UPDATE session_report SET version = version + 1, handled_at = :at, handled_by = :by
                WHERE id = :id AND version = :version
                """).param("at", handled ? Timestamp.from(clock.instant()) : null)
                .param("by", handled ? by.value() : null).param("id", id).param("version", version).update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The report was changed meanwhile");
        }
        return find(id).orElseThrow();
    }

    /** When this host was not well since then, the latest first. */
    List<Unwell> unwell(AccountId host, Instant since) {
        return jdbc.sql("""
                SELECT id, session_id, filed_at FROM session_report
                WHERE account_id = ? AND wellbeing <= ? AND filed_at >= ? ORDER BY id DESC
                """).params(host.value(), Answers.UNWELL, Timestamp.from(since))
                .query((row, _) -> new Unwell(row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant()))
                .list();
    }
}
