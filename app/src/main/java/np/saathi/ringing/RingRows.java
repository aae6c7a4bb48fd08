package np.saathi.ringing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.identity.Encryptor;
import np.saathi.identity.NumberHasher;
import np.saathi.prompt.Language;
import np.saathi.telephony.Dialler.OutgoingCall;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;

/**
 * Who is to be rung, in the database: all that the desk knows, so that it may be killed at any moment. Numbers are
 * encrypted and go with the last try; of a caller then nothing is left but what became of it, for a day. Where a caller
 * took the call, it goes with that call's end: until then a ban and a new wish to be rung are about this phone.
 */
@Repository
class RingRows {
    /** After an answer the opening words are said twice, and silence waited for: 40 s. Then more than that. */
    private static final Duration LISTENING = Duration.ofSeconds(60);
    /** No call lasts longer (its limit is two hours); for when its end is not seen. */
    private static final Duration LONGEST_CALL = Duration.ofHours(3);
    private static final String TAKEN = "outcome <=> 'ACCEPTED' AND purpose IN ('CRISIS', 'GROUP')";
    private static final String RING = "SELECT name, purpose, subject, account_id, language, tries, rung_at, outcome, "
            + "over_at IS NOT NULL AS is_over FROM ring ";
    private final JdbcClient jdbc;
    private final Encryptor encryptor;
    private final NumberHasher hasher;
    private final Clock clock;

    RingRows(JdbcClient jdbc, Encryptor encryptor, NumberHasher hasher, Clock clock) {
        this.jdbc = jdbc;
        this.encryptor = encryptor;
        this.hasher = hasher;
        this.clock = clock;
    }

    private record Due(String name, String purpose, byte[] number, String language, int patience) {}

    /** Takes the place of an earlier one for the same phone and subject. */
    String add(RingWish wish) {
        String name = UUID.randomUUID().toString();
        Instant now = clock.instant();
        String phone = hasher.hash(wish.number()).hex();
        jdbc.sql("DELETE FROM ring WHERE purpose = ? AND subject = ? AND phone_hash = ? AND NOT (" + TAKEN + ")")
                .params(wish.purpose().name(), wish.subject(), phone).update();
        jdbc.sql("""
                INSERT INTO ring (name, purpose, subject, account_id, phone_hash, number_encrypted, language,
                  patience_seconds, pause_seconds, tries, most_tries, due_at, arranged_at, expires_at)
                VALUES (:name, :purpose, :subject, :account, :phone, :number, :language, :patience, :pause, 0, :tries,
                  :due, :now, :expires)
                """).param("name", name).param("purpose", wish.purpose().name()).param("subject", wish.subject())
                .param("account", wish.account().map(AccountId::value).orElse(null)).param("phone", phone)
                .param("number",
                        encryptor.encrypt(wish.number().digits().getBytes(StandardCharsets.US_ASCII), context(name)))
                .param("language", wish.language().code()).param("patience", wish.manner().patience().toSeconds())
                .param("pause", wish.manner().pause().toSeconds()).param("tries", wish.manner().tries())
                .param("due", wish.now() ? Timestamp.from(now) : null).param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(wish.manner().life()))).update();
        return name;
    }

    /**
     * Takes the next one to ring, the most urgent first, so that no other process takes it too. A phone that rings is not
     * rung for something else.
     */
    Optional<OutgoingCall> take() {
        List<Due> due = jdbc.sql("""
                SELECT name, purpose, number_encrypted AS number, language, patience_seconds AS patience FROM ring
                WHERE over_at IS NULL AND due_at <= :now AND tries < most_tries AND expires_at > :now
                  AND NOT EXISTS (SELECT 1 FROM ring other WHERE other.phone_hash = ring.phone_hash
                    AND other.name <> ring.name AND other.over_at IS NULL AND other.outcome IS NULL
                    AND other.rung_at + INTERVAL other.patience_seconds + :listening SECOND > :now)
                ORDER BY FIELD(purpose, 'CRISIS', 'DUTY', 'HOST', 'GROUP'), due_at LIMIT 5
                """).param("now", now()).param("listening", LISTENING.toSeconds()).query(Due.class).list();
        return due.stream().filter(this::isOurs).findFirst().map(row -> new OutgoingCall(row.name(),
                Purpose.valueOf(row.purpose()), number(row.number(), row.name()), new Language(row.language()),
                Duration.ofSeconds(row.patience())));
    }

    /** The next try is arranged already, for when this one's end is not seen. */
    private boolean isOurs(Due row) {
        return jdbc.sql("""
                UPDATE ring SET tries = tries + 1, rung_at = :now, outcome = NULL,
                  due_at = :now + INTERVAL GREATEST(pause_seconds, patience_seconds + :listening) SECOND
                WHERE name = :name AND due_at <= :now AND over_at IS NULL
                """).param("now", now()).param("listening", LISTENING.toSeconds()).param("name", row.name())
                .update() == 1;
    }

    /** It was not rung after all, through no fault of theirs. */
    void giveBack(String name, Duration pause) {
        jdbc.sql("UPDATE ring SET tries = tries - 1, rung_at = NULL, due_at = ? WHERE name = ? AND over_at IS NULL")
                .params(Timestamp.from(clock.instant().plus(pause)), name).update();
    }

    /** Whether it was arranged so long ago, or longer. */
    boolean isWaitingSince(String name, Duration time) {
        return jdbc.sql("SELECT COUNT(*) FROM ring WHERE name = ? AND arranged_at <= ?")
                .params(name, Timestamp.from(clock.instant().minus(time))).query(Integer.class).single() > 0;
    }

    Optional<Instant> arrangedAt(String name) {
        return jdbc.sql("SELECT arranged_at FROM ring WHERE name = ?").param(name).query(Timestamp.class).optional()
                .map(Timestamp::toInstant);
    }

    /** Ends it when that was the last try; else the next one comes after the pause. One that was given back is none. */
    void tried(String name, RingOutcome outcome) {
        jdbc.sql("UPDATE ring SET outcome = ?, due_at = rung_at + INTERVAL pause_seconds SECOND "
                + "WHERE name = ? AND over_at IS NULL AND outcome IS NULL AND rung_at IS NOT NULL")
                .params(outcome.name(), name).update();
        jdbc.sql(ENDING + "WHERE name = ? AND over_at IS NULL AND tries >= most_tries").params(now(), name).update();
    }

    /** Of a caller the account goes too. Columns are set from left to right: over_at last. */
    private static final String ENDING = """
            UPDATE ring SET outcome = COALESCE(outcome, 'UNSEEN'), number_encrypted = NULL, phone_hash = NULL,
              account_id = IF(purpose IN ('CRISIS', 'GROUP') AND outcome <> 'ACCEPTED', NULL, account_id), over_at = ?
            """;

    void end(String name, RingOutcome outcome) {
        jdbc.sql("UPDATE ring SET outcome = ? WHERE name = ? AND over_at IS NULL").params(outcome.name(), name)
                .update();
        jdbc.sql(ENDING + "WHERE name = ? AND over_at IS NULL").params(now(), name).update();
    }

    /** Somebody pressed 1. */
    void accept(String name) {
        jdbc.sql("""
                UPDATE ring SET outcome = 'ACCEPTED', over_at = :now,
                  number_encrypted = IF(purpose IN ('CRISIS', 'GROUP'), number_encrypted, NULL),
                  phone_hash = IF(purpose IN ('CRISIS', 'GROUP'), phone_hash, NULL),
                  expires_at = LEAST(expires_at, :ends)
                WHERE name = :name AND over_at IS NULL
                """).param("now", now()).param("ends", Timestamp.from(clock.instant().plus(LONGEST_CALL)))
                .param("name", name).update();
    }

    /** A call that its caller took is over, and nothing of it is kept. */
    void forgetTaken(String name) {
        jdbc.sql("DELETE FROM ring WHERE name = ? AND " + TAKEN).param(name).update();
    }

    /** Of those who are rung for their work: what a caller took ends with the call. */
    void decline(String name) {
        jdbc.sql("UPDATE ring SET outcome = 'DECLINED' WHERE name = ? AND outcome = 'ACCEPTED' "
                + "AND purpose IN ('HOST', 'DUTY')").param(name).update();
    }

    void due(Purpose purpose, String subject) {
        jdbc.sql("UPDATE ring SET due_at = ? WHERE purpose = ? AND subject = ? AND due_at IS NULL AND over_at IS NULL")
                .params(now(), purpose.name(), subject).update();
    }

    void delete(Purpose purpose, String subject) {
        jdbc.sql("DELETE FROM ring WHERE purpose = ? AND subject = ? AND NOT (" + TAKEN + ")")
                .params(purpose.name(), subject).update();
    }

    void delete(Purpose purpose, String subject, AccountId account) {
        jdbc.sql("DELETE FROM ring WHERE purpose = ? AND subject = ? AND account_id = ? AND NOT (" + TAKEN
                + ")").params(purpose.name(), subject, account.value()).update();
    }

    Optional<Ring> find(String name) {
        return jdbc.sql(RING + "WHERE name = ?").param(name).query(RingRows::ring).optional();
    }

    List<Ring> of(Purpose purpose, String subject) {
        return jdbc.sql(RING + "WHERE purpose = ? AND subject = ? ORDER BY arranged_at, name")
                .params(purpose.name(), subject).query(RingRows::ring).list();
    }

    /** Empty once nobody is rung by it any more. */
    Optional<PhoneNumber> numberOf(String name) {
        return jdbc.sql("SELECT number_encrypted FROM ring WHERE name = ? AND number_encrypted IS NOT NULL")
                .param(name).query(byte[].class).optional().map(number -> number(number, name));
    }

    /** Everything that was arranged by callers for this phone. */
    void deleteCallers(PhoneNumber number) {
        hasher.everyVersion(number).forEach(hash -> jdbc
                .sql("DELETE FROM ring WHERE phone_hash = ? AND purpose IN ('CRISIS', 'GROUP')").param(hash.hex())
                .update());
    }

    /** Ends what is past its time or its last try, and deletes what became of it a day later. */
    void sweep() {
        jdbc.sql(ENDING + "WHERE over_at IS NULL AND (expires_at <= ? OR (tries >= most_tries AND due_at <= ?))")
                .params(now(), now(), now()).update();
        jdbc.sql("DELETE FROM ring WHERE expires_at <= ? AND " + TAKEN).param(now()).update();
        jdbc.sql("DELETE FROM ring WHERE over_at < ?").param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private PhoneNumber number(byte[] encrypted, String name) {
        String digits = new String(encryptor.decrypt(encrypted, context(name)), StandardCharsets.US_ASCII);
        return PhoneNumber.parse("+" + digits).orElseThrow();
    }

    private static Ring ring(ResultSet row, int n) throws SQLException {
        return new Ring(row.getString("name"), Purpose.valueOf(row.getString("purpose")), row.getString("subject"),
                Optional.ofNullable(row.getString("account_id")).map(AccountId::new),
                new Language(row.getString("language")), row.getInt("tries"), time(row.getTimestamp("rung_at")),
                Optional.ofNullable(row.getString("outcome")).map(RingOutcome::valueOf), row.getBoolean("is_over"));
    }

    private static Optional<Instant> time(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }

    private static String context(String name) {
        return "ring:" + name;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
