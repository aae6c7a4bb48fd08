package np.saathi.volunteer;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountId;
import np.saathi.identity.NumberHasher;
import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/**
 * One-time codes for a volunteer's own phone, when others have used up the tries of the PIN from there. Only who is
 * signed in on the web gets one, and only its keyed hash is kept.
 */
@Service
public class HostCodes implements RetentionRule {
    public static final int LENGTH = 6;
    static final Duration LIFE = Duration.ofMinutes(15);
    /** One of 531,441 each. */
    static final int TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final JdbcClient jdbc;
    private final NumberHasher hasher;
    private final Clock clock;

    HostCodes(JdbcClient jdbc, NumberHasher hasher, Clock clock) {
        this.jdbc = jdbc;
        this.hasher = hasher;
        this.clock = clock;
    }

    /** @param expiresAt until then it opens, once */
    public record HostCode(String digits, Instant expiresAt) {

        @Override
        public String toString() {
            return "[a host code]";
        }
    }

    /** A new one; one before is worth nothing any more. */
    public HostCode issue(AccountId volunteer) {
        String digits = RANDOM.ints(LENGTH, 1, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
        Instant expiresAt = clock.instant().plus(LIFE);
        jdbc.sql("REPLACE INTO host_code (account_id, hash, tries, expires_at) VALUES (?, ?, 0, ?)")
                .params(volunteer.value(), hash(volunteer, digits), Timestamp.from(expiresAt)).update();
        return new HostCode(digits, expiresAt);
    }

    /** @return whether it is the code of now; it is none any more then */
    @Transactional
    boolean use(AccountId volunteer, String digits) {
        return jdbc.sql("UPDATE host_code SET tries = tries + 1 WHERE account_id = ? AND tries < ? AND expires_at > ?")
                .params(volunteer.value(), TRIES, Timestamp.from(clock.instant())).update() == 1
                && jdbc.sql("DELETE FROM host_code WHERE account_id = ? AND hash = ?")
                        .params(volunteer.value(), hash(volunteer, digits)).update() == 1;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM host_code WHERE expires_at <= ?").param(Timestamp.from(now)).update();
    }

    private String hash(AccountId volunteer, String digits) {
        return hasher.hash("host-code", volunteer.value() + " " + digits).hex();
    }
}
