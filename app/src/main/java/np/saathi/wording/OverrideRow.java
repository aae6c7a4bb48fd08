package np.saathi.wording;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;

/** The one row that says whether an admin lets groups open on words that nobody has approved, and why. */
@Repository
class OverrideRow {
    private final JdbcClient jdbc;
    private final Clock clock;

    OverrideRow(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param version 0 while nobody has ever decided */
    record Decision(int version, boolean inForce, @Nullable String reason, @Nullable String setBy,
            @Nullable Instant setAt) {}

    Decision read() {
        return jdbc.sql("SELECT version, in_force, reason, set_by, set_at FROM words_override")
                .query((row, _) -> new Decision(row.getInt(1), row.getBoolean(2), row.getString(3), row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .optional().orElse(new Decision(0, false, null, null, null));
    }

    /** @throws OptimisticLockingFailureException when somebody else has decided since this version */
    void write(int version, boolean inForce, String reason, AccountId who) {
        Timestamp now = Timestamp.from(clock.instant());
        if (version == 0
                ? !inserted(inForce, reason, who, now)
                : jdbc.sql("""
                        UPDATE words_override SET version = version + 1, in_force = ?, reason = ?, set_by = ?, set_at = ?
                        WHERE version = ?""").params(inForce, reason, who.value(), now, version).update() == 0) {
            throw new OptimisticLockingFailureException("Somebody else has decided meanwhile");
        }
    }

    private boolean inserted(boolean inForce, String reason, AccountId who, Timestamp now) {
        try {
            return jdbc.sql("""
                    INSERT INTO words_override (id, version, in_force, reason, set_by, set_at)
                    VALUES (1, 1, ?, ?, ?, ?)""").params(inForce, reason, who.value(), now).update() == 1;
        } catch (DuplicateKeyException somebodyWasFirst) {
            return false;
        }
    }
}
