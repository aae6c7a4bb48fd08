package np.saathi.volunteer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.identity.KeyedHash;
import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/**
 * Counts wrong PINs by calling phone, for all instances of the app together. An attempt counts as wrong until it
 * proves right, so that many at once gain nothing.
 */
@Repository
class WrongPins implements RetentionRule {
    private final JdbcClient jdbc;
    private final SignInProperties properties;
    private final Clock clock;

    WrongPins(JdbcClient jdbc, SignInProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** @return how long the phone still has to wait; empty when it may try, and then one attempt is counted */
    @Transactional
    public Optional<Duration> tooMany(KeyedHash phone) {
        Instant now = clock.instant();
        sweep(now);
        // Makes the row or locks it, in one step: what follows is done by one call at a time.
        jdbc.sql("INSERT INTO sign_in_attempt (phone_hash, wrong, last_at) VALUES (?, 0, ?) "
                + "ON DUPLICATE KEY UPDATE wrong = wrong").params(phone.hex(), at(now)).update();
        Attempts attempts = jdbc.sql("SELECT wrong, last_at FROM sign_in_attempt WHERE phone_hash = ? FOR UPDATE")
                .param(phone.hex()).query((row, n) -> new Attempts(row.getInt(1), row.getTimestamp(2).toInstant()))
                .single();
        if (attempts.wrong >= properties.wrongPins()) {
            return Optional.of(Duration.between(now, attempts.last.plus(properties.waiting())));
        }
        jdbc.sql("UPDATE sign_in_attempt SET wrong = wrong + 1, last_at = ? WHERE phone_hash = ?")
                .params(at(now), phone.hex()).update();
        return Optional.empty();
    }

    /** The attempt was right. Earlier wrong ones stay: else a thief with an own account could wipe them out. */
    void forgive(KeyedHash phone) {
        jdbc.sql("UPDATE sign_in_attempt SET wrong = wrong - 1 WHERE phone_hash = ? AND wrong > 0")
                .param(phone.hex()).update();
    }

    /** Attempts outlive their wait only until the next one of anybody, or this. */
    @Override
    public int forget(Instant now, Retention spans) {
        return sweep(now);
    }

    private int sweep(Instant now) {
        return jdbc.sql("DELETE FROM sign_in_attempt WHERE last_at <= ?").param(at(now.minus(properties.waiting())))
                .update();
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    private record Attempts(int wrong, Instant last) {}
}
