package np.saathi.prompt;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code script.yml} and gathers everything that is wrong with it, so that one run names all faults. */
final class ScriptReader {

    private static final String LANGUAGES = "languages";
    private static final String PROMPTS = "prompts";
    private static final String LONGEST = "max";
    private static final String REVIEWERS = "reviewed-by";
    private static final String SILENCE = "silence";
    /** For a piece that a language says elsewhere in the sentence, or not at all. */
    private static final String NOTHING = "—";

    private final Path file;
    private final List<String> faults = new ArrayList<>();

    ScriptReader(Path file) {
        this.file = file;
    }

    Script read() {
        Map<String, Object> root = table(parse(), "the file");
        Map<String, String> sections = ScriptSections.of(file);
        Map<Language, Script.Voice> voices = voices(table(root.get(LANGUAGES), LANGUAGES));
        Map<String, Script.Line> lines = new LinkedHashMap<>();
        table(root.get(PROMPTS), PROMPTS)
                .forEach((key, fields) -> lines.put(key,
                        line(key, table(fields, key), voices.keySet(), sections.getOrDefault(key, ""))));
        checkKeys(lines.keySet());
        if (!faults.isEmpty()) {
            throw new ScriptException(file + " can't be used: " + String.join("; ", faults));
        }
        return new Script(voices, lines);
    }

    private Object parse() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            Object parsed = new Yaml(new SafeConstructor(options)).load(reader);
            return parsed == null ? Map.of() : parsed;
        } catch (IOException e) {
            throw new ScriptException("The script of the line can't be read: " + file, e);
        } catch (YAMLException e) {
            throw new ScriptException(file + " is not valid YAML: " + e.getMessage(), e);
        }
    }

    private Map<Language, Script.Voice> voices(Map<String, Object> fields) {
        Map<Language, Script.Voice> voices = new LinkedHashMap<>();
        fields.forEach((code, value) -> {
            Map<String, Object> voice = table(value, code);
            String engine = text(voice.get("engine"));
            String name = text(voice.get("voice"));
            BigDecimal speed = number(voice.get("words-per-minute"));
            if (engine.isBlank() || name.isBlank() || speed.signum() <= 0) {
                faults.add("language " + code + " needs engine, voice and words-per-minute");
            }
            voices.put(new Language(code), new Script.Voice(engine, name, speed.intValue()));
        });
        if (voices.isEmpty()) {
            faults.add("it has no language");
        }
        return voices;
    }

    private Script.Line line(String key, Map<String, Object> fields, Set<Language> languages, String section) {
        if (fields.containsKey(SILENCE)) {
            return new Script.Line(seconds(key, SILENCE, fields), true, Map.of(), Map.of(), section);
        }
        Map<String, Object> reviewed = table(fields.get(REVIEWERS), key + " " + REVIEWERS);
        Map<Language, String> texts = new LinkedHashMap<>();
        Map<Language, String> reviewers = new LinkedHashMap<>();
        for (Language language : languages) {
            String text = text(fields.get(language.code())).strip();
            if (text.isEmpty()) {
                faults.add(key + " has no text in language " + language);
            }
            if (!reviewed.containsKey(language.code())) {
                faults.add(key + " has no " + REVIEWERS + " for language " + language);
            }
            if (!text.equals(NOTHING)) {
                texts.put(language, text);
            }
            reviewers.put(language, text(reviewed.get(language.code())));
        }
        Set<String> codes = languages.stream().map(Language::code).collect(Collectors.toSet());
        fields.keySet().stream()
                .filter(field -> !codes.contains(field) && !field.equals(LONGEST) && !field.equals(REVIEWERS))
                .forEach(field -> faults.add(key + " has a field that means nothing: " + field));
        return new Script.Line(seconds(key, LONGEST, fields), false, texts, reviewers, section);
    }

    /** Nothing that the code can say may be missing, and nothing may lie here that nobody ever says. */
    private void checkKeys(Set<String> keys) {
        Stream<String> needed = Stream.concat(
                Arrays.stream(Prompt.values()).map(Prompt::key),
                Stream.concat(Spoken.builtPieces(), Spoken.silence(Duration.ofMillis(1200)).keys().stream()));
        Set<String> known = needed.collect(Collectors.toSet());
        known.stream().filter(key -> !keys.contains(key)).sorted().forEach(key -> faults.add(key + " is missing"));
        keys.stream()
                .filter(key -> !known.contains(key) && !key.startsWith(Spoken.CATEGORY))
                .forEach(key -> faults.add(key + " is said by nobody"));
    }

    private Duration seconds(String key, String field, Map<String, Object> fields) {
        BigDecimal seconds = number(fields.get(field));
        if (seconds.signum() <= 0) {
            faults.add(key + " needs " + field + " in seconds");
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    private Map<String, Object> table(@Nullable Object value, String name) {
        if (!(value instanceof Map<?, ?> map)) {
            faults.add(name + " is no table of fields");
            return Map.of();
        }
        Map<String, Object> table = new LinkedHashMap<>();
        map.forEach((key, field) -> table.put(String.valueOf(key), field == null ? "" : field));
        return table;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static BigDecimal number(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
    }
}
