package np.saathi.wording;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import jakarta.annotation.PostConstruct;
import np.saathi.prompt.Script;
import np.saathi.prompt.speech.PromptStore;
import np.saathi.prompt.speech.Rendering;
import np.saathi.support.DatabaseOutage;

/**
 * Brings the recordings that admins made from the database to where this instance and its exchange have their sounds: at
 * the start, at each change here, and within ten seconds of one elsewhere. The next call that plays one hears the new.
 */
@Component
class Replacements {
    private static final Logger LOG = LoggerFactory.getLogger(Replacements.class);
    private final SentenceRows rows;
    private final PromptStore store;
    private final Script script;
    private Map<String, String> brought = Map.of();
    private boolean works = true;

    Replacements(SentenceRows rows, PromptStore store, Script script) {
        this.rows = rows;
        this.store = store;
        this.script = script;
    }

    /** What earlier instances left may be out of date. */
    @PostConstruct
    void start() throws IOException {
        brought = store.replaced();
        bring();
    }

    @Scheduled(fixedDelay = 10_000)
    void refresh() {
        try {
            bring();
            works = true;
        } catch (IOException e) {
            troubled("Recorded sentences can't be written (saathi.prompts.replacements, .sounds)", e);
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isBehind(e)) {
                throw e;
            }
            troubled("Recorded sentences stay as they are until the database answers", e);
        }
    }

    /** One line when the trouble begins, not six a minute. */
    private void troubled(String what, Exception why) {
        if (works) {
            LOG.error("{}: {}", what, why.toString());
        }
        works = false;
    }

    synchronized void bring() throws IOException {
        Map<String, String> wanted = rows.recordings().entrySet().stream()
                .filter(row -> isSaid(row.getKey()))
                .collect(Collectors.toMap(row -> row.getKey().name(), row -> row.getValue().what()));
        if (wanted.equals(brought)) {
            return;
        }
        for (Map.Entry<String, String> recording : wanted.entrySet()) {
            if (!recording.getValue().equals(brought.get(recording.getKey()))) {
                replace(Sentence.named(recording.getKey()));
            }
        }
        for (String name : brought.keySet()) {
            Sentence sentence = Sentence.named(name);
            if (!wanted.containsKey(name) && isSaid(sentence)) {
                tell(store.restore(sentence.key(), sentence.language()));
            }
        }
        brought = wanted;
    }

    /** The script may have lost a key since. */
    private boolean isSaid(Sentence sentence) {
        return script.hasKey(sentence.key()) && script.text(sentence.key(), sentence.language()).isPresent();
    }

    private void replace(Sentence sentence) throws IOException {
        byte[] wav = rows.wav(sentence).orElse(null);
        if (wav != null) { // else it was taken back just now, which is known in ten seconds
            tell(store.replace(sentence.key(), sentence.language(), wav));
        }
    }

    private static void tell(Rendering rendering) {
        rendering.problems().forEach(LOG::error);
    }
}
