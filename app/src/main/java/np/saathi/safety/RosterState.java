package np.saathi.safety;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts changes of the crisis numbers, and knows which of them the exchange has. */
@Repository
class RosterState {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RosterState(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param pushedAt when the exchange last got them; null: never yet */
    record State(int version, Instant changedAt, int pushedVersion, @Nullable Instant pushedAt) {

        boolean upToDate() {
            return version == pushedVersion;
        }
    }

    /** Published within the transaction that changed something. */
    record Changed() {}

    /** Empty while nothing was ever set. */
    Optional<State> read() {
        return jdbc.sql("SELECT version, changed_at, pushed_version, pushed_at FROM crisis_roster")
                .query((row, _) -> {
                    Timestamp pushed = row.getTimestamp(4);
                    return new State(row.getInt(1), row.getTimestamp(2).toInstant(), row.getInt(3),
                            pushed == null ? null : pushed.toInstant());
                }).optional();
    }

    /** To be called first in the transaction of a change: two changes come one after the other. */
    void change() {
        jdbc.sql("""
                INSERT INTO crisis_roster (id, version, changed_at, pushed_version) VALUES (1, 1, :now, 0)
                ON DUPLICATE KEY UPDATE version = version + 1, changed_at = :now
                """).param("now", now()).update();
        events.publishEvent(new Changed());
    }

    /** @return false when somebody was first */
    boolean begin() {
        try {
            return jdbc
                    .sql("INSERT INTO crisis_roster (id, version, changed_at, pushed_version) VALUES (1, 1, ?, 0)")
                    .param(now()).update() == 1;
        } catch (DuplicateKeyException somebodyWasFirst) {
            return false;
        }
    }

    /** In a transaction of its own: it is called when that of the change is over, but not yet put away. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void pushed(int version) {
        jdbc.sql("UPDATE crisis_roster SET pushed_version = ?, pushed_at = ? WHERE pushed_version <= ?")
                .params(version, now(), version).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
