package np.saathi.message;

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

/** Recordings that nobody decided about: one of a caller, encrypted, for a day. */
@Repository
class UnsentVoices {
    /** Until then somebody who was cut off has called again, or does not want it any more (product.md, "Recording"). */
    private static final Duration KEPT = Duration.ofHours(24);
    private final JdbcClient jdbc;
    private final VoiceFiles voices;
    private final Clock clock;

    UnsentVoices(JdbcClient jdbc, VoiceFiles voices, Clock clock) {
        this.jdbc = jdbc;
        this.voices = voices;
        this.clock = clock;
    }

    private record Row(String name, @Nullable Long inReplyTo) {}

    /** Takes the place of an earlier one. The file first, as with messages. */
    void keep(AccountId caller, @Nullable Long inReplyTo, byte[] alaw) {
        drop(caller);
        String name = UUID.randomUUID().toString();
        voices.write(name, alaw);
        jdbc.sql(
                "REPLACE INTO unsent_voice (caller_id, name, in_reply_to, kept_at) VALUES (:caller, :name, :reply, :at)")
                .param("caller", caller.value()).param("name", name).param("reply", inReplyTo)
                .param("at", Timestamp.from(clock.instant())).update();
    }

    Optional<Mailbox.Unsent> find(AccountId caller) {
        return jdbc.sql("SELECT name, in_reply_to FROM unsent_voice WHERE caller_id = ? AND kept_at > ?")
                .params(caller.value(), Timestamp.from(clock.instant().minus(KEPT))).query(Row.class).optional()
                .flatMap(row -> voices.read(row.name()).map(sound -> new Mailbox.Unsent(sound, row.inReplyTo())));
    }

    void drop(AccountId caller) {
        jdbc.sql("SELECT name FROM unsent_voice WHERE caller_id = ?").param(caller.value()).query(String.class).list()
                .forEach(this::delete);
    }

    /** Deletes those that nobody came back to. @return how many */
    int dropOld(Instant now) {
        List<String> old = jdbc.sql("SELECT name FROM unsent_voice WHERE kept_at <= ?")
                .param(Timestamp.from(now.minus(KEPT))).query(String.class).list();
        old.forEach(this::delete);
        return old.size();
    }

    private void delete(String name) {
        voices.delete(name); // first, as with messages: a voice without a row is not seen
        jdbc.sql("DELETE FROM unsent_voice WHERE name = ?").param(name).update();
    }

    boolean isThere(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM unsent_voice WHERE name = ?").param(name).query(Integer.class)
                .single() > 0;
    }
}
