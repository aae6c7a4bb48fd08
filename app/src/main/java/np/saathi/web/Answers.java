package np.saathi.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.identity.Encryptor;
import np.saathi.identity.NumberHasher;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to requests with an idempotency key, for all instances of the app together. An answer may hold what only its
 * asker may read, and a question a password: answers are kept encrypted, questions as keyed hashes.
 */
@Repository
class Answers {
    private static final Duration KEPT = Duration.ofHours(24);
    /** Nothing takes so long: whoever began it is gone. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(2);
    private final JdbcClient jdbc;
    private final NumberHasher hasher;
    private final Encryptor encryptor;
    private final JsonMapper json;
    private final Clock clock;

    Answers(JdbcClient jdbc, NumberHasher hasher, Encryptor encryptor, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.hasher = hasher;
        this.encryptor = encryptor;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key keyed hash of who asks and by which key
     * @param what keyed hash of what they ask for
     */
    record Question(String key, String what) {}

    record Answer(int status, @Nullable String contentType, @Nullable String location, @Nullable String etag,
            byte[] body) {}

    private record Kept(String what, byte @Nullable [] answer) {}

    Question question(String key, String what) {
        return new Question(hasher.hash("idempotency-key", key).hex(), hasher.hash("request", what).hex());
    }

    /**
     * @return what was answered before; empty when it was never asked, and then {@link #keep} or {@link #forget} follows
     * @throws Problem when the key stands for something else, or the first asking still goes on
     */
    Optional<Answer> ask(Question question) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM idempotent_answer WHERE asked_at < ? OR (answer IS NULL AND asked_at < ?) LIMIT 100")
                .params(at(now.minus(KEPT)), at(now.minus(GIVEN_UP))).update();
        try {
            jdbc.sql("INSERT INTO idempotent_answer (key_hash, request_hash, asked_at) VALUES (?, ?, ?)")
                    .params(question.key, question.what, at(now)).update();
            return Optional.empty();
        } catch (DuplicateKeyException askedBefore) {
            return Optional.of(answer(question));
        }
    }

    private Answer answer(Question question) {
        Kept kept = jdbc.sql("SELECT request_hash, answer FROM idempotent_answer WHERE key_hash = ?")
                .param(question.key).query((row, n) -> new Kept(row.getString(1), row.getBytes(2))).optional()
                .orElseThrow(Answers::goesOn);
        if (!kept.what.equals(question.what)) {
            throw Problem.unprocessable("idempotency-key-reused", "This key was used for another request");
        }
        if (kept.answer == null) {
            throw goesOn();
        }
        return json.readValue(encryptor.decrypt(kept.answer, context(question)), Answer.class);
    }

    void keep(Question question, Answer answer) {
        jdbc.sql("UPDATE idempotent_answer SET answer = ? WHERE key_hash = ?")
                .params(encryptor.encrypt(json.writeValueAsBytes(answer), context(question)), question.key).update();
    }

    void forget(Question question) {
        jdbc.sql("DELETE FROM idempotent_answer WHERE key_hash = ?").param(question.key).update();
    }

    private static Problem goesOn() {
        return Problem.of(HttpStatus.CONFLICT, "idempotency-key-in-use", "The first request with this key goes on");
    }

    private static String context(Question question) {
        return "answer:" + question.key;
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
