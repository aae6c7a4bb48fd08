package np.saathi.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import np.saathi.dev.process.Project;

/** The rules of the words themselves: how they are written, what a third try offers, who says them. */
class ScriptWordsTests {

    private static final Script SCRIPT = Script.load(Project.directory("prompts").resolve("script.yml"));
    private static final Map<Language, String> ZERO = Map.of(Language.NEPALI, "शून्य", Language.ENGLISH, "zero");

    static List<Language> languages() {
        return SCRIPT.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void numbersAreWrittenAsWords(Language language) {
        assertThat(textsMatching(language, Character::isDigit)).isEmpty();
    }

    /** espeak-ng reads Latin letters as English, in the middle of a Nepali sentence. */
    @ParameterizedTest
    @MethodSource("languages")
    void aLanguageIsWrittenInItsOwnLetters(Language language) {
        Character.UnicodeScript own = language.equals(Language.NEPALI)
                ? Character.UnicodeScript.DEVANAGARI
                : Character.UnicodeScript.LATIN;
        assertThat(textsMatching(language,
                letter -> Character.isLetter(letter) && Character.UnicodeScript.of(letter) != own)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyThirdTryOffersZero(Language language) {
        assertThat(SCRIPT.keys().stream().filter(key -> key.endsWith(".short") && !key.equals("silence.short")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(SCRIPT.text(key, language).orElseThrow().toLowerCase(Locale.ROOT))
                        .as(key).contains(ZERO.get(language)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTwoNumbersAndNoTwoNicknameWordsAreTheSame(Language language) {
        for (String kind : List.of("number.", "nick.first.", "nick.second.")) {
            List<String> words = SCRIPT.keys().stream().filter(key -> key.startsWith(kind))
                    .map(key -> SCRIPT.text(key, language).orElseThrow()).toList();
            assertThat(words).as(kind).doesNotHaveDuplicates();
        }
    }

    /** The exchange's configuration names prompts too, and no compiler checks it. */
    @Test
    void whatTheExchangeSaysByItselfExists() throws IOException {
        Set<String> families = SCRIPT.keys().stream().map(key -> key.replaceAll("\\..*", ""))
                .collect(Collectors.toSet());
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.list(Project.directory("asterisk-config"))) {
            for (Path file : files.filter(file -> !file.toString().endsWith("modules.conf")).toList()) {
                Matcher words = Pattern.compile("(?<![\\w./-])[a-z]+(\\.[a-z]+)+(?![\\w./*])")
                        .matcher(Files.readString(file));
                words.results().map(MatchResult::group)
                        .filter(word -> families.contains(word.replaceAll("\\..*", "")) && !word.endsWith(".conf"))
                        .forEach(said::add);
            }
        }
        assertThat(said).contains("crisis.accept", "shell.choices");
        assertThat(SCRIPT.keys()).containsAll(said);
    }

    private static List<String> textsMatching(Language language, IntPredicate character) {
        return SCRIPT.keys().stream()
                .filter(key -> SCRIPT.text(key, language).orElse("").codePoints().anyMatch(character))
                .toList();
    }
}
