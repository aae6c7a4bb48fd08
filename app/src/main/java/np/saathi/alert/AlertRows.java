package np.saathi.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/** The alerts in the database. */
@Repository
class AlertRows {
    private static final String ALERT = """
            SELECT id, version, kind, state, session_id, category, language, volunteer_id, raised_at, rounds, taken_at,
              taken_by, handled_at, handled_by FROM alert
            """;
    private static final String FOUND = "WHERE (:handled IS NULL OR (handled_at IS NOT NULL) = :handled) ";
    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is told twice is one alert. @param cause by what it is known */
    void raise(String cause, AlertKind kind, @Nullable Long sessionId, @Nullable String category, Language language,
            @Nullable AccountId volunteer, Instant now) {
        jdbc.sql("""
                INSERT INTO alert
                  (version, cause, kind, state, session_id, category, language, volunteer_id, raised_at, ring_at)
                VALUES (0, :cause, :kind, 'OPEN', :session, :category, :language, :volunteer, :now, :now)
                ON DUPLICATE KEY UPDATE id = id
                """).param("cause", cause).param("kind", kind.name()).param("session", sessionId)
                .param("category", category).param("language", language.code()).param("volunteer", text(volunteer))
                .param("now", Timestamp.from(now)).update();
    }

    private static @Nullable String text(@Nullable AccountId id) {
        return id == null ? null : id.value();
    }

    /** Those for which somebody is to be rung, the oldest first. */
    List<Alert> toRing(Instant now) {
        return jdbc.sql(ALERT + "WHERE state = 'OPEN' AND handled_at IS NULL AND ring_at <= ? ORDER BY id")
                .param(Timestamp.from(now)).query(AlertRows::alert).list();
    }

    Optional<Alert> openIntoRoom(long sessionId) {
        return jdbc.sql(ALERT + "WHERE state = 'OPEN' AND kind = 'INTO_ROOM' AND session_id = ? LIMIT 1")
                .param(sessionId).query(AlertRows::alert).optional();
    }

    /** @return false when it was taken, or handled, before */
    boolean take(long id, String by, Instant now) {
        return jdbc.sql("UPDATE alert SET version = version + 1, state = 'TAKEN', taken_at = ?, taken_by = ? "
                + "WHERE id = ? AND state <> 'TAKEN' AND handled_at IS NULL").params(Timestamp.from(now), by, id)
                .update() == 1;
    }

    void nextRound(long id, Instant at) {
        jdbc.sql("UPDATE alert SET version = version + 1, rounds = rounds + 1, ring_at = ? WHERE id = ?")
                .params(Timestamp.from(at), id).update();
    }

    boolean unanswered(long id) {
        return jdbc.sql("UPDATE alert SET version = version + 1, rounds = rounds + 1, state = 'UNANSWERED' "
                + "WHERE id = ? AND state = 'OPEN'").param(id).update() == 1;
    }

    /** @param by null: it is to be looked at again */
    void handle(long id, int version, @Nullable AccountId by, Instant now) {
        int changed = jdbc.sql("""
                UPDATE alert SET version = version + 1, handled_at = :at, handled_by = :by
                WHERE id = :id AND version = :version
                """).param("at", by == null ? null : Timestamp.from(now)).param("by", text(by)).param("id", id)
                .param("version", version).update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The alert was changed meanwhile");
        }
    }

    Optional<Alert> find(long id) {
        return jdbc.sql(ALERT + "WHERE id = ?").param(id).query(AlertRows::alert).optional();
    }

    List<Alert> list(@Nullable Boolean handled, long offset, int size) {
        return jdbc.sql(ALERT + FOUND + "ORDER BY id DESC LIMIT :size OFFSET :offset").param("handled", handled)
                .param("size", size).param("offset", offset).query(AlertRows::alert).list();
    }

    long count(@Nullable Boolean handled) {
        return jdbc.sql("SELECT COUNT(*) FROM alert " + FOUND).param("handled", handled).query(Long.class).single();
    }

    int forget(Instant before) {
        return jdbc.sql("DELETE FROM alert WHERE raised_at < ?").param(Timestamp.from(before)).update();
    }

    private static Alert alert(ResultSet row, int n) throws SQLException {
        return new Alert(row.getLong("id"), row.getInt("version"), AlertKind.valueOf(row.getString("kind")),
                AlertState.valueOf(row.getString("state")), row.getObject("session_id", Long.class),
                row.getString("category"), new Language(row.getString("language")),
                account(row.getString("volunteer_id")), row.getTimestamp("raised_at").toInstant(),
                row.getInt("rounds"), time(row.getTimestamp("taken_at")), row.getString("taken_by"),
                time(row.getTimestamp("handled_at")), account(row.getString("handled_by")));
    }

    private static @Nullable AccountId account(@Nullable String id) {
        return id == null ? null : new AccountId(id);
    }

    private static @Nullable Instant time(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
