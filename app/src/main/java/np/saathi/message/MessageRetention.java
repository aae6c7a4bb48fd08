package np.saathi.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountForgotten;
import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/**
 * Deletes messages, voice and text alike, what waits unsent for more than a day, and then every voice that belongs to
 * none: left by a crash.
 */
@Component
class MessageRetention implements RetentionRule {
    /** A voice is written before its row; this is longer than any request. */
    private static final Duration BEING_SENT = Duration.ofHours(1);
    private final MessageRows rows;
    private final UnsentVoices unsent;
    private final VoiceFiles voices;

    MessageRetention(MessageRows rows, UnsentVoices unsent, VoiceFiles voices) {
        this.rows = rows;
        this.unsent = unsent;
        this.voices = voices;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        int forgotten = unsent.dropOld(now);
        List<String> due;
        do {
            due = rows.due(Retention.before(now, spans.heardVoiceDays()), Retention.before(now, spans.voiceDays()));
            for (String name : due) {
                voices.delete(name); // first: a row without a voice is tried again, a voice without a row is not seen
                rows.delete(name);
            }
            forgotten += due.size();
        } while (!due.isEmpty());
        voices.olderThan(now.minus(BEING_SENT)).stream().filter(name -> !rows.isThere(name) && !unsent.isThere(name))
                .forEach(voices::delete);
        return forgotten;
    }

    /** Rows go with the account by themselves; their voices would wait for the sweep. */
    @EventListener
    void forget(AccountForgotten forgotten) {
        rows.voicesOf(forgotten.account()).forEach(voices::delete);
        unsent.dropAllOf(forgotten.account());
    }
}
