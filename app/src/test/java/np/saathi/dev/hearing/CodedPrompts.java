package np.saathi.dev.hearing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import np.saathi.prompt.Language;
import np.saathi.prompt.Script;

/**
 * Prompts that carry their names as data: each has a short recording of its own, so that a phone hears exactly which one
 * was played, when, and whether to its end. They are put in the place of speech as any recording is.
 */
public final class CodedPrompts implements PromptLibrary {
    /** A prompt is heard that much shorter than its words may be at most, but not shorter or longer than these. */
    private static final int SHORTER = 8;
    private static final Duration SHORTEST = Duration.ofMillis(450);
    private static final Duration LONGEST = Duration.ofMillis(1_500);

    /** In milliseconds. */
    private static final Map<String, Integer> PAUSES = Map.of("silence.short", 200, "silence.second", 1_000);

    private final SortedMap<String, Duration> lengths;
    private final List<String> names;

    /** @param lengths of each prompt, by {@code language/key} */
    CodedPrompts(Map<String, Duration> lengths) {
        if (lengths.size() > ToneCode.NUMBERS) {
            throw new IllegalArgumentException(lengths.size() + " prompts, but only " + ToneCode.NUMBERS
                    + " numbers: ToneCode needs a larger base");
        }
        this.lengths = new TreeMap<>(lengths);
        this.names = new ArrayList<>(this.lengths.keySet());
    }

    /** Of all that the script has words for. */
    public static CodedPrompts of(Script script) {
        Map<String, Duration> lengths = new TreeMap<>();
        for (Language language : script.languages()) {
            for (String key : script.keys()) {
                if (script.text(key, language).isPresent()) {
                    lengths.put(language.code() + "/" + key, shortened(script.longest(key)));
                }
            }
        }
        return new CodedPrompts(lengths);
    }

    /** Of these keys in one language, all of the same length. */
    public static CodedPrompts of(String language, Duration length, List<String> keys) {
        Map<String, Duration> lengths = new TreeMap<>();
        keys.forEach(key -> lengths.put(language + "/" + key, length));
        return new CodedPrompts(lengths);
    }

    private static Duration shortened(Duration longest) {
        Duration length = longest.dividedBy(SHORTER);
        return length.compareTo(SHORTEST) < 0 ? SHORTEST : length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }

    /** Writes {@code <language>/<key>.wav}, as recordings that stand in the place of speech. */
    public CodedPrompts writeRecordings(Path directory) {
        return write(directory, ".wav", HeardFile::wav);
    }

    /** Writes {@code <language>/<key>.alaw}, as the line plays them. */
    public CodedPrompts writeSounds(Path directory) {
        return write(directory, ".alaw", Alaw::encode);
    }

    /** The pauses that the line plays, as the script has them. */
    public CodedPrompts writePauses(Path directory, String language) {
        try {
            for (Map.Entry<String, Integer> pause : PAUSES.entrySet()) {
                Files.write(directory.resolve(language).resolve(pause.getKey() + ".alaw"),
                        Alaw.encode(new short[pause.getValue() * Timeline.RATE / 1_000]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private interface Encoding {
        byte[] of(short[] samples);
    }

    private CodedPrompts write(Path directory, String ending, Encoding encoding) {
        try {
            for (String name : names) {
                Path file = directory.resolve(name + ending);
                Files.createDirectories(file.getParent());
                Files.write(file, encoding.of(sound(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** All, as {@code language/key}. */
    List<String> names() {
        return List.copyOf(names);
    }

    public short[] sound(String name) {
        return CodedSound.of(names.indexOf(name), length(name));
    }

    @Override
    public PromptEar ear() {
        return new CodedEar(number -> number < names.size() ? Optional.of(names.get(number)) : Optional.empty());
    }

    @Override
    public Duration length(String key, String language) {
        return length(language + "/" + key);
    }

    private Duration length(String name) {
        Duration length = lengths.get(name);
        if (length == null) {
            throw new IllegalArgumentException("There is no prompt " + name);
        }
        return length;
    }
}
