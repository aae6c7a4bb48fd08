package np.saathi.feedback;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountForgotten;
import np.saathi.identity.Encryptor;
import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** What participants said by phone in addition to their rating: heard by whom the rating's notes are for. */
@Service
public class FeedbackVoices implements RetentionRule {
    private final JdbcClient jdbc;
    private final Encryptor encryptor;
    private final Clock clock;

    FeedbackVoices(JdbcClient jdbc, Encryptor encryptor, Clock clock) {
        this.jdbc = jdbc;
        this.encryptor = encryptor;
        this.clock = clock;
    }

    /**
     * Adds what a participant said to their rating; an earlier voice goes. Nothing, if they have not rated.
     *
     * @param participantId whose rating it is
     * @param alaw as the line plays it
     */
    public void say(long participantId, byte[] alaw) {
        jdbc.sql("""
                REPLACE INTO feedback_voice (participant_id, name, voice, given_at)
                SELECT participant_id, :name, :voice, :now FROM feedback WHERE participant_id = :participant
                """).param("participant", participantId).param("name", UUID.randomUUID().toString())
                .param("voice", encryptor.encrypt(alaw, context(participantId)))
                .param("now", Timestamp.from(clock.instant())).update();
    }

    /** Names of all that was said of a session. They are random, and so their order tells nothing. */
    List<String> of(long sessionId) {
        return jdbc.sql("""
                SELECT v.name FROM feedback_voice v JOIN participant p ON p.id = v.participant_id
                WHERE p.session_id = ? ORDER BY v.name
                """).param(sessionId).query(String.class).list();
    }

    private record Sealed(long participantId, byte[] voice) {}

    /** A-law, 8 kHz; heard from now on. Empty when this session has no voice of this name. */
    @Transactional
    Optional<byte[]> hear(long sessionId, String name) {
        Optional<Sealed> sealed = jdbc.sql("""
                SELECT v.participant_id, v.voice FROM feedback_voice v JOIN participant p ON p.id = v.participant_id
                WHERE p.session_id = ? AND v.name = ?
                """).params(sessionId, name).query((row, _) -> new Sealed(row.getLong(1), row.getBytes(2))).optional();
        sealed.ifPresent(found -> jdbc
                .sql("UPDATE feedback_voice SET heard_at = ? WHERE participant_id = ? AND heard_at IS NULL")
                .params(Timestamp.from(clock.instant()), found.participantId()).update());
        return sealed.map(kept -> encryptor.decrypt(kept.voice(), context(kept.participantId())));
    }

    /** As long as other voices. */
    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM feedback_voice WHERE heard_at < ? OR given_at < ?")
                .params(Timestamp.from(Retention.before(now, spans.heardVoiceDays())),
                        Timestamp.from(Retention.before(now, spans.voiceDays())))
                .update();
    }

    /** A rating belongs to nobody then; a voice is somebody's for ever. */
    @EventListener
    void forget(AccountForgotten forgotten) {
        jdbc.sql("""
                DELETE v FROM feedback_voice v JOIN participant p ON p.id = v.participant_id WHERE p.account_id = ?
                """).param(forgotten.account().value()).update();
    }

    private static String context(long participantId) {
        return "feedback-voice:" + participantId;
    }
}
