package np.saathi.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.audio.AudioDecoder;
import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;
import np.saathi.prompt.Spoken;
import np.saathi.prompt.speech.PromptStore;
import np.saathi.prompt.speech.RecordedTake;
import np.saathi.prompt.speech.RecordingRefused;
import np.saathi.prompt.speech.RenderedSounds;
import np.saathi.wording.SentenceView.Act;
import np.saathi.wording.SentenceView.Source;

/** All that the line says, as it sounds now, and what admins do about it. */
@Service
class Sentences {
    private static final Set<String> VITAL = PromptCatalog.vitalKeys();
    /** Of a recording as it comes, before the silence around it is cut off: more is no sentence of ours. */
    private static final Duration LONGEST_FILE = Duration.ofMinutes(3);
    private final AudioDecoder decoder;
    private final Script script;
    private final PromptCatalog catalog;
    private final PromptStore store;
    private final SentenceRows rows;
    private final Replacements replacements;

    Sentences(AudioDecoder decoder, Script script, PromptCatalog catalog, PromptStore store, SentenceRows rows,
            Replacements replacements) {
        this.decoder = decoder;
        this.script = script;
        this.catalog = catalog;
        this.store = store;
        this.rows = rows;
        this.replacements = replacements;
    }

    /** In the order of the languages, then of the keys; pauses and empty places are none. */
    List<SentenceView> all() {
        Now now = now();
        return script.languages().stream()
                .flatMap(language -> script.keys().stream().map(key -> new Sentence(language, key)))
                .flatMap(sentence -> now.view(sentence).stream()).toList();
    }

    Stream<SentenceView> lacking(List<Language> languages) {
        Now now = now();
        return languages.stream().flatMap(language -> VITAL.stream().map(key -> new Sentence(language, key)))
                .flatMap(sentence -> now.view(sentence).stream()).filter(SentenceView::lacking);
    }

    Optional<SentenceView> find(Sentence sentence) {
        return now().view(sentence);
    }

    Optional<byte[]> wav(Sentence sentence) {
        try {
            return store.wav(sentence.key(), sentence.language());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws RecordingRefused when it is silent, or longer than the sentence may be
     * @throws np.saathi.audio.AudioRefused when it is no sound
     */
    void replace(Sentence sentence, byte[] recording, AccountId who) throws RecordingRefused {
        byte[] wav = RecordedTake.forTelephone(decoder.decode(recording, LONGEST_FILE),
                script.longest(sentence.key()));
        rows.record(sentence, wav, PromptStore.fingerprint(wav), who);
        bring();
    }

    void restore(Sentence sentence) {
        rows.forgetRecording(sentence);
        bring();
    }

    void review(Sentence sentence, String version, AccountId who) {
        rows.review(sentence, version, who);
    }

    void takeReviewBack(Sentence sentence) {
        rows.forgetReview(sentence);
    }

    private void bring() {
        try {
            replacements.bring();
        } catch (IOException e) {
            throw new UncheckedIOException("A recorded sentence can't be written", e);
        }
    }

    private Now now() {
        try {
            return new Now(store.rendered(), rows.recordings(), rows.reviews());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Now {
        private final RenderedSounds rendered;
        private final Map<Sentence, SentenceRows.Entry> recordings;
        private final Map<Sentence, SentenceRows.Entry> reviews;

        Now(RenderedSounds rendered, Map<Sentence, SentenceRows.Entry> recordings,
                Map<Sentence, SentenceRows.Entry> reviews) {
            this.rendered = rendered;
            this.recordings = recordings;
            this.reviews = reviews;
        }

        Optional<SentenceView> view(Sentence sentence) {
            return script.hasKey(sentence.key())
                    ? script.text(sentence.key(), sentence.language()).map(text -> view(sentence, text))
                    : Optional.empty();
        }

        private SentenceView view(Sentence sentence, String text) {
            Spoken words = new Spoken(List.of(sentence.key()));
            Duration longest = script.longest(sentence.key());
            Optional<Duration> length = catalog.canSay(words, sentence.language())
                    ? Optional.of(catalog.lengthOf(words, sentence.language()))
                    : Optional.empty();
            String version = rendered.version(sentence.key(), sentence.language());
            SentenceRows.Entry recording = recordings.get(sentence);
            Source source = !rendered.recorded(sentence.key(), sentence.language())
                    ? Source.SYNTHETIC
                    : recording == null ? Source.RECORDED : Source.REPLACED;
            return new SentenceView(sentence.language().code(), sentence.key(), script.section(sentence.key()), text,
                    seconds(longest), length.map(Sentences::seconds).orElse(null), source,
                    VITAL.contains(sentence.key()), length.filter(it -> it.compareTo(longest) > 0).isPresent(),
                    recording == null ? null : Act.of(recording), reviewed(sentence, version, source), version);
        }

        /** A native reader whom the script names has read the words, and heard the recordings that came with them. */
        private @Nullable Act reviewed(Sentence sentence, String version, Source source) {
            SentenceRows.Entry review = reviews.get(sentence);
            if (review != null && review.what().equals(version)) {
                return Act.of(review);
            }
            return source == Source.REPLACED
                    ? null
                    : script.reviewer(sentence.key(), sentence.language()).map(name -> new Act(name, null))
                            .orElse(null);
        }
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
