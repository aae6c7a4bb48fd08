package np.saathi.joining;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.account.AccountId;
import np.saathi.identity.NumberHasher;
import np.saathi.telephony.PhoneNumber;
import np.saathi.web.Problem;

/** How often somebody may try or order, counted for all instances of the app together, by keyed hashes only. */
@Repository
class JoiningLimits {
    private static final Duration A_DAY = Duration.ofDays(1);
    private final JdbcClient jdbc;
    private final NumberHasher hasher;
    private final JoiningProperties settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JoiningLimits(JdbcClient jdbc, NumberHasher hasher, JoiningProperties settings, TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.hasher = hasher;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Count(int used, Instant until) {}

    /** A try counts as wrong until it proves right, so that many at once gain nothing. */
    boolean mayTryCode(Optional<PhoneNumber> callingPhone) {
        return take(codesOf(callingPhone), settings.wrongCodes(), settings.wrongCodesWithin()).isEmpty();
    }

    /** Earlier wrong ones stay: else a thief with an own code could wipe them out. */
    void codeWasRight(Optional<PhoneNumber> callingPhone) {
        giveBack(codesOf(callingPhone));
    }

    /** @throws Problem 429 when this account has ordered, or this number was ordered for, often enough today */
    void orderCallback(AccountId who, PhoneNumber number) {
        String account = hasher.hash("callbacks-of", who.value()).hex();
        String phone = hasher.hash("callbacks-to", number.digits()).hex();
        throwIfPresent(take(account, settings.callbacksPerAccount(), A_DAY));
        Optional<Duration> wait = take(phone, settings.callbacksPerNumber(), A_DAY);
        if (wait.isPresent()) {
            giveBack(account);
        }
        throwIfPresent(wait);
    }

    private static void throwIfPresent(Optional<Duration> wait) {
        if (wait.isPresent()) {
            throw Problem.tooMany(wait.get());
        }
    }

    private String codesOf(Optional<PhoneNumber> callingPhone) {
        return hasher.hash("join-codes-from", callingPhone.map(PhoneNumber::digits).orElse("withheld")).hex();
    }

    /** @return how long to wait; empty when it was free, and then one is taken */
    private Optional<Duration> take(String who, int most, Duration within) {
        return transaction.execute(_ -> {
            Instant now = clock.instant();
            jdbc.sql("DELETE FROM joining_limit WHERE until_at <= ?").param(Timestamp.from(now)).update();
            // Makes the row or locks it, in one step: what follows is done by one at a time.
            jdbc.sql("INSERT INTO joining_limit (who_hash, used, until_at) VALUES (?, 0, ?) "
                    + "ON DUPLICATE KEY UPDATE used = used").params(who, Timestamp.from(now.plus(within))).update();
            Count count = jdbc.sql("SELECT used, until_at FROM joining_limit WHERE who_hash = ? FOR UPDATE").param(who)
                    .query((row, n) -> new Count(row.getInt(1), row.getTimestamp(2).toInstant())).single();
            if (count.used >= most) {
                return Optional.of(Duration.between(now, count.until));
            }
            jdbc.sql("UPDATE joining_limit SET used = used + 1 WHERE who_hash = ?").param(who).update();
            return Optional.<Duration>empty();
        });
    }

    private void giveBack(String who) {
        jdbc.sql("UPDATE joining_limit SET used = used - 1 WHERE who_hash = ? AND used > 0").param(who).update();
    }
}
