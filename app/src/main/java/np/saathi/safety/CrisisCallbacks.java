package np.saathi.safety;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import np.saathi.identity.Encryptor;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.PhoneNumber;

/**
 * Numbers of people who, in the crisis path, asked to be rung: encrypted, for an hour at most, deleted as soon as they
 * are of no more use. A callback waits until its crisis call is over; then it is rung, or was not needed.
 */
@Component
class CrisisCallbacks {
    private static final int TRIES = 3;
    private final JdbcClient database;
    private final Encryptor encryptor;
    private final CrisisProperties settings;
    private final Clock clock;

    CrisisCallbacks(JdbcClient database, Encryptor encryptor, CrisisProperties settings, Clock clock) {
        this.database = database;
        this.encryptor = encryptor;
        this.settings = settings;
        this.clock = clock;
    }

    /** One to be rung now, deciphered for this moment. */
    record Due(String name, PhoneNumber number, Language language) {}

    private record Row(String name, byte[] number, String language) {}

    /**
     * @param always whether to ring in any case ("call me back"); else only if the line broke
     */
    void keep(CallId call, PhoneNumber number, Language language, boolean always) {
        String name = UUID.randomUUID().toString();
        database.sql("DELETE FROM crisis_callback WHERE call_id = :call").param("call", call.value()).update();
        database.sql("""
                INSERT INTO crisis_callback (name, call_id, number_encrypted, language, ring_always, tries, expires_at)
                VALUES (:name, :call, :number, :language, :always, 0, :expires)
                """).param("name", name).param("call", call.value())
                .param("number", encryptor.encrypt(number.digits().getBytes(StandardCharsets.UTF_8), context(name)))
                .param("language", language.code()).param("always", always)
                .param("expires", now().plus(settings.callbackLife())).update();
    }

    @EventListener
    void settle(CrisisOver over) {
        if (over.lineBroke()) {
            database.sql("UPDATE crisis_callback SET due_at = :now WHERE call_id = :call").param("now", now())
                    .param("call", over.call()).update();
        } else {
            database.sql("UPDATE crisis_callback SET due_at = :now WHERE call_id = :call AND ring_always")
                    .param("now", now()).param("call", over.call()).update();
            database.sql("DELETE FROM crisis_callback WHERE call_id = :call AND NOT ring_always")
                    .param("call", over.call()).update();
        }
    }

    /** Takes the next one to ring, so that no other process takes it too; its next try is already arranged. */
    Optional<Due> take() {
        List<Row> rows = database.sql("""
                SELECT name, number_encrypted AS number, language FROM crisis_callback
                WHERE due_at <= :now AND tries < :tries ORDER BY due_at LIMIT 5
                """).param("now", now()).param("tries", TRIES).query(Row.class).list();
        return rows.stream().filter(this::isOurs).findFirst().map(row -> new Due(row.name(), number(row),
                new Language(row.language())));
    }

    private boolean isOurs(Row row) {
        return database.sql(
                "UPDATE crisis_callback SET tries = tries + 1, due_at = :next WHERE name = :name AND due_at <= :now")
                .param("next", now().plus(settings.callbackPause())).param("name", row.name()).param("now", now())
                .update() == 1;
    }

    private PhoneNumber number(Row row) {
        String digits = new String(encryptor.decrypt(row.number(), context(row.name())), StandardCharsets.UTF_8);
        return PhoneNumber.parse("+" + digits).orElseThrow();
    }

    void forget(String name) {
        database.sql("DELETE FROM crisis_callback WHERE name = :name").param("name", name).update();
    }

    /** Deletes what is past its hour or its last try. */
    void sweep() {
        database.sql("DELETE FROM crisis_callback WHERE expires_at <= :now OR (tries >= :tries AND due_at <= :now)")
                .param("now", now()).param("tries", TRIES).update();
    }

    private static String context(String name) {
        return "crisis-callback:" + name;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
