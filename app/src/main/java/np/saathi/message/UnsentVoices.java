package np.saathi.message;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.message.UnsentRecordings.Unsent;
import np.saathi.telephony.Recorded;

/** Recordings that nobody decided about: of each kind one of a caller or a volunteer, encrypted, for a day. */
@Repository
class UnsentVoices implements UnsentNotes {
    /** Until then somebody who was cut off has called again, or does not want it any more (product.md, "Recording"). */
    private static final Duration KEPT = Duration.ofHours(24);
    /** Up to here it is a breath, or the sound of hanging up. */
    private static final Duration TOO_SHORT = Duration.ofSeconds(2);
    private static final String MESSAGE = "MESSAGE";
    private final JdbcClient jdbc;
    private final VoiceFiles voices;
    private final VoiceIntake intake;
    private final Clock clock;

    UnsentVoices(JdbcClient jdbc, VoiceFiles voices, VoiceIntake intake, Clock clock) {
        this.jdbc = jdbc;
        this.voices = voices;
        this.intake = intake;
        this.clock = clock;
    }

    private record Row(String name, @Nullable Long inReplyTo, @Nullable Long about) {}

    /** A message takes the place of an earlier one, if there is something in it. */
    void keep(AccountId who, @Nullable Long inReplyTo, Recorded recording) {
        keep(who, MESSAGE, inReplyTo, null, recording);
    }

    @Override
    public void keep(AccountId who, Kind kind, long about, Recorded recording) {
        keep(who, kind.name(), null, about, recording);
    }

    private void keep(AccountId who, String purpose, @Nullable Long inReplyTo, @Nullable Long about,
            Recorded recording) {
        if (recording.length().compareTo(TOO_SHORT) > 0) {
            intake.spoken(recording).ifPresent(voice -> keep(who, purpose, inReplyTo, about, voice.alaw()));
        }
    }

    /** The file first, as with messages. */
    private void keep(AccountId who, String purpose, @Nullable Long inReplyTo, @Nullable Long about, byte[] alaw) {
        drop(who, purpose);
        String name = UUID.randomUUID().toString();
        voices.write(name, alaw);
        jdbc.sql("""
                REPLACE INTO unsent_voice (account_id, purpose, name, in_reply_to, about, kept_at)
                VALUES (:who, :purpose, :name, :reply, :about, :at)
                """).param("who", who.value()).param("purpose", purpose).param("name", name)
                .param("reply", inReplyTo).param("about", about).param("at", Timestamp.from(clock.instant())).update();
    }

    Optional<Unsent> find(AccountId who) {
        return row(who, MESSAGE)
                .flatMap(row -> voices.read(row.name()).map(sound -> new Unsent(sound, row.inReplyTo())));
    }

    @Override
    public Optional<Note> find(AccountId who, Kind kind) {
        return row(who, kind.name()).flatMap(row -> voices.read(row.name())
                .map(sound -> new Note(Objects.requireNonNull(row.about()), sound)));
    }

    private Optional<Row> row(AccountId who, String purpose) {
        return jdbc.sql("""
                SELECT name, in_reply_to, about FROM unsent_voice
                WHERE account_id = ? AND purpose = ? AND kept_at > ?
                """).params(who.value(), purpose, Timestamp.from(clock.instant().minus(KEPT))).query(Row.class)
                .optional();
    }

    void drop(AccountId who) {
        drop(who, MESSAGE);
    }

    @Override
    public void drop(AccountId who, Kind kind) {
        drop(who, kind.name());
    }

    private void drop(AccountId who, String purpose) {
        jdbc.sql("SELECT name FROM unsent_voice WHERE account_id = ? AND purpose = ?").params(who.value(), purpose)
                .query(String.class).list().forEach(this::delete);
    }

    /** Deletes what this person left, and what volunteers were going to answer them. */
    void dropAllOf(AccountId caller) {
        jdbc.sql("""
                SELECT name FROM unsent_voice WHERE account_id = :who
                  OR in_reply_to IN (SELECT id FROM private_message WHERE caller_id = :who)
                """).param("who", caller.value()).query(String.class).list().forEach(this::delete);
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
