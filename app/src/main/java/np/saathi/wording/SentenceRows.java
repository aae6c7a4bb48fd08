package np.saathi.wording;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/** What admins recorded and reviewed. */
@Repository
class SentenceRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    SentenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param what the fingerprint of a recording, or the version that was reviewed */
    record Entry(String what, AccountId by, Instant at) {}

    Map<Sentence, Entry> recordings() {
        return entries("SELECT language, prompt_key, fingerprint, recorded_by, recorded_at FROM prompt_recording");
    }

    Optional<byte[]> wav(Sentence sentence) {
        return jdbc.sql("SELECT wav FROM prompt_recording WHERE language = ? AND prompt_key = ?")
                .params(sentence.language().code(), sentence.key()).query((row, _) -> row.getBytes(1)).optional();
    }

    void record(Sentence sentence, byte[] wav, String fingerprint, AccountId who) {
        jdbc.sql("""
                INSERT INTO prompt_recording (language, prompt_key, fingerprint, wav, recorded_by, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE fingerprint = VALUES(fingerprint),
                wav = VALUES(wav), recorded_by = VALUES(recorded_by), recorded_at = VALUES(recorded_at)""")
                .params(sentence.language().code(), sentence.key(), fingerprint, wav, who.value(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    void forgetRecording(Sentence sentence) {
        jdbc.sql("DELETE FROM prompt_recording WHERE language = ? AND prompt_key = ?")
                .params(sentence.language().code(), sentence.key()).update();
    }

    Map<Sentence, Entry> reviews() {
        return entries("SELECT language, prompt_key, version, reviewed_by, reviewed_at FROM prompt_review");
    }

    void review(Sentence sentence, String version, AccountId who) {
        jdbc.sql("""
                INSERT INTO prompt_review (language, prompt_key, version, reviewed_by, reviewed_at)
                VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE version = VALUES(version),
                reviewed_by = VALUES(reviewed_by), reviewed_at = VALUES(reviewed_at)""")
                .params(sentence.language().code(), sentence.key(), version, who.value(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    void forgetReview(Sentence sentence) {
        jdbc.sql("DELETE FROM prompt_review WHERE language = ? AND prompt_key = ?")
                .params(sentence.language().code(), sentence.key()).update();
    }

    private Map<Sentence, Entry> entries(String query) {
        Map<Sentence, Entry> entries = new HashMap<>();
        jdbc.sql(query).query(row -> {
            entries.put(new Sentence(new Language(row.getString(1)), row.getString(2)), new Entry(row.getString(3),
                    new AccountId(row.getString(4)), row.getTimestamp(5).toInstant()));
        });
        return entries;
    }
}
