package np.saathi.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/**
 * Deletes messages, voice and text alike, and then every voice that belongs to none: of an account that was forgotten,
 * or left by a crash.
 */
@Component
class MessageRetention implements RetentionRule {
    /** A voice is written before its row; this is longer than any request. */
    private static final Duration BEING_SENT = Duration.ofHours(1);
    private final MessageRows rows;
    private final VoiceFiles voices;

    MessageRetention(MessageRows rows, VoiceFiles voices) {
        this.rows = rows;
        this.voices = voices;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        int forgotten = 0;
        List<String> due;
        do {
            due = rows.due(Retention.before(now, spans.heardVoiceDays()), Retention.before(now, spans.voiceDays()));
            for (String name : due) {
                voices.delete(name); // first: a row without a voice is tried again, a voice without a row is not seen
                rows.delete(name);
            }
            forgotten += due.size();
        } while (!due.isEmpty());
        voices.olderThan(now.minus(BEING_SENT)).stream().filter(name -> !rows.isThere(name)).forEach(voices::delete);
        return forgotten;
    }
}
