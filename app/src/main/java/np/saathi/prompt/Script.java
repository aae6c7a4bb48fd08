package np.saathi.prompt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The script of the line, {@code prompts/script.yml}: for every key its words in every language. A script that exists
 * is complete: {@link #load} refuses one in which anything is missing.
 */
public final class Script {

    /**
     * Who reads a language aloud where nobody has recorded it.
     *
     * @param engine {@code freetts} or {@code espeak-ng}
     * @param name the engine's name for the voice
     * @param wordsPerMinute the speed of reading
     */
    public record Voice(String engine, String name, int wordsPerMinute) {}

    /**
     * One key of the script.
     *
     * @param longest the greatest length allowed, spoken or recorded, in any language
     * @param silence for a pause: it has no words, only a length
     * @param texts the words per language, in its own script; none where a language says nothing at this place
     * @param reviewers per language the native reader who approved the words; empty until someone has
     * @param section the heading under which it stands: where in a call it is heard
     */
    record Line(Duration longest, boolean silence, Map<Language, String> texts, Map<Language, String> reviewers,
            String section) {}

    /** A sound file can't be empty. */
    private static final Duration EMPTY_PLACE = Duration.ofMillis(20);

    private final Map<Language, Voice> voices;
    private final Map<String, Line> lines;

    /** @param voices in the order in which the languages are offered to callers */
    Script(Map<Language, Voice> voices, Map<String, Line> lines) {
        this.voices = voices;
        this.lines = new TreeMap<>(lines);
    }

    /**
     * Reads the script and checks that nothing is missing.
     *
     * @throws ScriptException when it can't be read, or naming each key and language at fault
     */
    public static Script load(Path file) {
        return new ScriptReader(file).read();
    }

    /** The languages in the order in which they are offered to a first caller: the first is key 1, and the default. */
    public List<Language> languages() {
        return List.copyOf(voices.keySet());
    }

    /** @throws IllegalArgumentException for a language that the script doesn't have */
    public Voice voice(Language language) {
        Voice voice = voices.get(language);
        if (voice == null) {
            throw new IllegalArgumentException("The script has no language " + language);
        }
        return voice;
    }

    public Set<String> keys() {
        return lines.keySet();
    }

    public boolean hasKey(String key) {
        return lines.containsKey(key);
    }

    /** Where in a call it is heard, by the heading under which it stands. */
    public String section(String key) {
        return line(key).section();
    }

    /** @return the words; empty for a pause, and where the language says nothing at this place of a sentence */
    public Optional<String> text(String key, Language language) {
        return Optional.ofNullable(line(key).texts().get(language));
    }

    /** The greatest length allowed in any language; of a pause, its length. */
    public Duration longest(String key) {
        return line(key).longest();
    }

    /** How long nothing is to be heard of a key without words: a pause is meant, an empty place is as good as none. */
    public Duration silence(String key) {
        return line(key).silence() ? longest(key) : EMPTY_PLACE;
    }

    /** @return who approved the words, as a native reader; empty until someone has */
    public Optional<String> reviewer(String key, Language language) {
        return Optional.ofNullable(line(key).reviewers().get(language)).filter(name -> !name.isBlank());
    }

    /** @return whether a native reader has approved the words, or there are none to approve */
    public boolean reviewed(String key, Language language) {
        return !line(key).texts().containsKey(language) || reviewer(key, language).isPresent();
    }

    private Line line(String key) {
        @Nullable
        Line line = lines.get(key);
        if (line == null) {
            throw new IllegalArgumentException("The script has no key " + key);
        }
        return line;
    }
}
