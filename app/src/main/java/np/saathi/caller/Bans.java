package np.saathi.caller;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountId;
import np.saathi.identity.KeyedHash;
import np.saathi.identity.NumberHasher;
import np.saathi.operation.OperatingSettings.BanTimes;
import np.saathi.operation.Operation;
import np.saathi.telephony.PhoneNumber;
import np.saathi.web.Problem;

/**
 * Keeps phones out of groups. A ban is on the keyed hashes of an account's phones, so that nobody needs a number to
 * ban, and it holds when the account is forgotten. It ends by itself, and is to be reviewed before.
 */
@Service
public class Bans {
    private static final String BAN = """
            SELECT id, version, reason, banned_by, banned_at, until_at, review_at, reviewed_by, reviewed_at FROM ban
            """;
    private final JdbcClient jdbc;
    private final CallerKeys keys;
    private final NumberHasher hasher;
    private final Operation operation;
    private final Clock clock;

    Bans(JdbcClient jdbc, CallerKeys keys, NumberHasher hasher, Operation operation, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.hasher = hasher;
        this.operation = operation;
        this.clock = clock;
    }

    /** The ban that holds for this phone now. Writes nothing, but re-keys a ban that an older key made. */
    public Optional<Ban> on(Optional<PhoneNumber> number) {
        return number.flatMap(this::on);
    }

    private Optional<Ban> on(PhoneNumber number) {
        List<KeyedHash> hashes = hasher.everyVersion(number);
        Optional<Ban> ban = jdbc.sql(BAN + """
                JOIN ban_phone ON ban_id = id WHERE hash IN (:hashes) AND until_at > :now
                ORDER BY until_at DESC LIMIT 1
                """).param("hashes", hashes.stream().map(KeyedHash::hex).toList()).param("now", now()).query(Bans::ban)
                .optional();
        ban.ifPresent(_ -> rekey(hashes));
        return ban;
    }

    /** Whether one of this account's phones is kept out now. */
    public boolean holdOnPhonesOf(AccountId account) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM ban JOIN ban_phone ON ban_id = id JOIN caller_key USING (hash)
                WHERE account_id = ? AND until_at > ?
                """).params(account.value(), now()).query(Integer.class).single() > 0;
    }

    private void rekey(List<KeyedHash> newestFirst) {
        KeyedHash newest = newestFirst.getFirst();
        newestFirst.stream().skip(1).forEach(old -> jdbc
                .sql("UPDATE IGNORE ban_phone SET hash = ?, key_version = ? WHERE hash = ?")
                .params(newest.hex(), newest.keyVersion(), old.hex()).update());
    }

    /** Days until it ends, begun ones whole: 1 to 90. */
    public int daysLeft(Ban ban) {
        return (int) Math.max(1, Math.ceilDiv(Duration.between(clock.instant(), ban.until()).toSeconds(), 86_400L));
    }

    /**
     * Bans all phones of an account.
     *
     * @param days 1 to 90; empty: as the settings say
     * @throws Problem when the account has none
     */
    @Transactional
    public Ban ban(AccountId account, Ban.Reason reason, Optional<Integer> days, AccountId by) {
        List<KeyedHash> phones = keys.of(account);
        if (phones.isEmpty()) {
            throw Problem.unprocessable("no-phone-known",
                    "Of this person no phone is remembered, so there is none to ban");
        }
        Instant now = clock.instant();
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO ban (version, reason, banned_by, banned_at, until_at, review_at) VALUES (0,?,?,?,?,?)")
                .params(reason.name(), by.value(), Timestamp.from(now),
                        Timestamp.from(end(now, days.orElse(times().days()))), Timestamp.from(nextReview(now)))
                .update(id);
        long made = Objects.requireNonNull(id.getKey()).longValue();
        phones.forEach(phone -> jdbc.sql("INSERT INTO ban_phone (hash, ban_id, key_version) VALUES (?, ?, ?)")
                .params(phone.hex(), made, phone.keyVersion()).update());
        return find(made).orElseThrow();
    }

    public Optional<Ban> find(long id) {
        return jdbc.sql(BAN + "WHERE id = ?").param(id).query(Bans::ban).optional();
    }

    /** Bans that hold, those to be reviewed first. */
    public List<Ban> list(boolean onlyToReview, long offset, int limit) {
        return jdbc.sql(BAN + "WHERE until_at > :now AND (review_at <= :now OR NOT :due) "
                + "ORDER BY review_at, id LIMIT :limit OFFSET :offset").param("now", now()).param("due", onlyToReview)
                .param("limit", limit).param("offset", offset).query(Bans::ban).list();
    }

    public long count(boolean onlyToReview) {
        return jdbc.sql("SELECT COUNT(*) FROM ban WHERE until_at > :now AND (review_at <= :now OR NOT :due)")
                .param("now", now()).param("due", onlyToReview).query(Long.class).single();
    }

    /**
     * Reviews a ban: it is looked at, and may be made shorter, longer, or for another reason.
     *
     * @param days 1 to 90, from the day it began
     * @throws OptimisticLockingFailureException when another was faster, or it is over
     */
    @Transactional
    public Ban review(long id, int version, Ban.Reason reason, int days, AccountId by) {
        Ban before = find(id).orElseThrow(Bans::stale);
        Instant now = clock.instant();
        must(jdbc.sql("""
                UPDATE ban SET version = version + 1, reason = ?, until_at = ?, review_at = ?, reviewed_by = ?,
                    reviewed_at = ?
                WHERE id = ? AND version = ?
                """).params(reason.name(), Timestamp.from(end(before.at(), days)), Timestamp.from(nextReview(now)),
                by.value(), Timestamp.from(now), id, version).update());
        return find(id).orElseThrow();
    }

    /** Ends a ban at once; nothing is left of it. As {@link #review}. */
    @Transactional
    public void lift(long id, int version) {
        must(jdbc.sql("DELETE FROM ban WHERE id = ? AND version = ?").params(id, version).update());
    }

    private static void must(int rows) {
        if (rows == 0) {
            throw stale();
        }
    }

    private static OptimisticLockingFailureException stale() {
        return new OptimisticLockingFailureException("This ban was changed by somebody else, or is over");
    }

    private static Instant end(Instant from, int days) {
        if (days < 1 || days > BanTimes.LONGEST) {
            throw new IllegalArgumentException("A ban lasts 1 to " + BanTimes.LONGEST + " days");
        }
        return from.plus(Duration.ofDays(days));
    }

    private Instant nextReview(Instant now) {
        return now.plus(Duration.ofDays(times().reviewDays()));
    }

    private BanTimes times() {
        return operation.settings().bans();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Ban ban(ResultSet row, int number) throws SQLException {
        Timestamp reviewed = row.getTimestamp("reviewed_at");
        return new Ban(row.getLong("id"), row.getInt("version"), Ban.Reason.valueOf(row.getString("reason")),
                new AccountId(row.getString("banned_by")), row.getTimestamp("banned_at").toInstant(),
                row.getTimestamp("until_at").toInstant(), row.getTimestamp("review_at").toInstant(),
                reviewed == null
                        ? Optional.empty()
                        : Optional.of(
                                new Ban.Review(new AccountId(row.getString("reviewed_by")), reviewed.toInstant())));
    }
}
