package np.saathi.session;

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
import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** The flags as they are stored: as long as reports are. */
@Repository
class RoomFlagRows implements RetentionRule {
    private static final String ALL = """
            SELECT id, version, session_id, kind, times, raised_at, last_at, handled_at, handled_by FROM room_flag
            """;
    private final JdbcClient jdbc;

    RoomFlagRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * To be called under the session's lock.
     *
     * @return whether it is a new flag; false when it was told just before
     */
    boolean raise(long sessionId, RoomFlag.Kind kind, Instant now) {
        int same = jdbc.sql("""
                UPDATE room_flag SET times = times + 1, last_at = :now, version = version + 1
                WHERE session_id = :session AND kind = :kind AND handled_at IS NULL AND last_at > :recently
                """).param("now", Timestamp.from(now)).param("session", sessionId).param("kind", kind.name())
                .param("recently", Timestamp.from(now.minus(kind.same()))).update();
        if (same > 0) {
            return false;
        }
        jdbc.sql("INSERT INTO room_flag (session_id, kind, raised_at, last_at) VALUES (?, ?, ?, ?)")
                .params(sessionId, kind.name(), Timestamp.from(now), Timestamp.from(now)).update();
        return true;
    }

    Optional<RoomFlag> find(long id) {
        return jdbc.sql(ALL + "WHERE id = ?").param(id).query((row, _) -> flag(row)).optional();
    }

    /** @param handled null for all. The latest first. */
    List<RoomFlag> list(@Nullable Boolean handled, long offset, int size) {
        return jdbc.sql(ALL + which(handled) + " ORDER BY raised_at DESC, id DESC LIMIT ? OFFSET ?")
                .params(size, offset).query((row, _) -> flag(row)).list();
    }

    long count(@Nullable Boolean handled) {
        return jdbc.sql("SELECT COUNT(*) FROM room_flag " + which(handled)).query(Long.class).single();
    }

    private static String which(@Nullable Boolean handled) {
        if (handled == null) {
            return "";
        }
        return handled ? "WHERE handled_at IS NOT NULL" : "WHERE handled_at IS NULL";
    }

    /** @param by null: it is to be looked at again */
    void handle(long id, int version, @Nullable AccountId by, Instant now) {
        int changed = jdbc.sql("""
                UPDATE room_flag SET handled_at = :at, handled_by = :by, version = version + 1
                WHERE id = :id AND version = :version
                """).param("at", by == null ? null : Timestamp.from(now)).param("by", by == null ? null : by.value())
                .param("id", id).param("version", version).update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The flag was told or handled meanwhile");
        }
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM room_flag WHERE last_at < ?")
                .param(Timestamp.from(Retention.before(now, spans.reportsDays()))).update();
    }

    private static RoomFlag flag(ResultSet row) throws SQLException {
        Timestamp handledAt = row.getTimestamp("handled_at");
        String handledBy = row.getString("handled_by");
        return new RoomFlag(row.getLong("id"), row.getInt("version"), row.getLong("session_id"),
                RoomFlag.Kind.valueOf(row.getString("kind")), row.getInt("times"),
                row.getTimestamp("raised_at").toInstant(), row.getTimestamp("last_at").toInstant(),
                handledAt == null ? null : handledAt.toInstant(), handledBy == null ? null : new AccountId(handledBy));
    }
}
