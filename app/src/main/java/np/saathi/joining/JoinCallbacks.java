package np.saathi.joining;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.account.AccountId;
import np.saathi.identity.Encryptor;
import np.saathi.prompt.Language;
import np.saathi.session.PeerSession;
import np.saathi.telephony.PhoneNumber;

/**
 * Numbers of people who asked on the web to be rung for a session: encrypted, a week at most, deleted as soon as the
 * phone was answered with 1 or the last try was made. Rung while the session is open.
 */
@Repository
class JoinCallbacks {
    private static final int TRIES = 3;
    private final JdbcClient jdbc;
    private final Encryptor encryptor;
    private final JoiningProperties settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JoinCallbacks(JdbcClient jdbc, Encryptor encryptor, JoiningProperties settings, TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.encryptor = encryptor;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One to be rung now, deciphered for this moment. */
    record Due(String name, PhoneNumber number, Language language) {}

    private record Row(String name, byte[] number, String language) {}

    private record Invited(long sessionId, String accountId) {}

    /** Takes the place of an earlier one for the same session. @return how long the number is kept at most */
    Instant keep(PeerSession session, AccountId account, PhoneNumber number) {
        String name = UUID.randomUUID().toString();
        Instant expiresAt = clock.instant().plus(settings.callbackLife());
        byte[] encrypted = encryptor.encrypt(number.digits().getBytes(StandardCharsets.UTF_8), context(name));
        jdbc.sql("""
                REPLACE INTO join_callback
                  (name, session_id, account_id, number_encrypted, language, tries, due_at, expires_at)
                VALUES (?, ?, ?, ?, ?, 0, ?, ?)
                """).params(name, session.id(), account.value(), encrypted, session.language().code(), now(),
                Timestamp.from(expiresAt)).update();
        return expiresAt;
    }

    /** Takes the next one to ring, so that no other process takes it too; its next try is already arranged. */
    Optional<Due> take() {
        List<Row> rows = jdbc.sql("""
                SELECT c.name, c.number_encrypted AS number, c.language
                FROM join_callback c JOIN peer_session s ON s.id = c.session_id
                WHERE c.due_at <= ? AND c.tries < ? AND c.expires_at > ? AND s.state IN ('WAITING', 'LIVE', 'HELD')
                ORDER BY c.due_at LIMIT 5
                """).params(now(), TRIES, now()).query(Row.class).list();
        return rows.stream().filter(this::isOurs).findFirst()
                .map(row -> new Due(row.name(), number(row), new Language(row.language())));
    }

    private boolean isOurs(Row row) {
        return jdbc.sql("UPDATE join_callback SET tries = tries + 1, due_at = ? WHERE name = ? AND due_at <= ?")
                .params(Timestamp.from(clock.instant().plus(settings.callbackPause())), row.name(), now())
                .update() == 1;
    }

    private PhoneNumber number(Row row) {
        String digits = new String(encryptor.decrypt(row.number(), context(row.name())), StandardCharsets.UTF_8);
        return PhoneNumber.parse("+" + digits).orElseThrow();
    }

    Optional<Invitation> answered(String name) {
        return transaction.execute(_ -> {
            Optional<Invited> invited = jdbc
                    .sql("SELECT session_id, account_id FROM join_callback WHERE name = ? FOR UPDATE").param(name)
                    .query(Invited.class).optional();
            jdbc.sql("DELETE FROM join_callback WHERE name = ?").param(name).update();
            return invited.map(row -> new Invitation(row.sessionId, new AccountId(row.accountId)));
        });
    }

    void forget(Invitation invitation) {
        jdbc.sql("DELETE FROM join_callback WHERE account_id = ? AND session_id = ?")
                .params(invitation.account().value(), invitation.sessionId()).update();
    }

    /**
     * Deletes what is past its week or its last try, and what is for a session that has ended. Those of a cancelled one
     * stay for who tells them so.
     */
    void sweep() {
        jdbc.sql("""
                DELETE c FROM join_callback c JOIN peer_session s ON s.id = c.session_id
                WHERE c.expires_at <= ? OR (c.tries >= ? AND c.due_at <= ?) OR s.state = 'ENDED'
                """).params(now(), TRIES, now()).update();
    }

    private static String context(String name) {
        return "join-callback:" + name;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
