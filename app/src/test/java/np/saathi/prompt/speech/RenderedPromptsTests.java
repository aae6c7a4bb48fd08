package np.saathi.prompt.speech;

import static np.saathi.prompt.Prompt.CONSENT_AGREE;
import static np.saathi.prompt.Prompt.CONSENT_AGAIN;
import static np.saathi.prompt.Prompt.CONSENT_FORGET;
import static np.saathi.prompt.Prompt.CONSENT_MINOR;
import static np.saathi.prompt.Prompt.CONSENT_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;
import np.saathi.prompt.Spoken;

/**
 * The whole script, rendered and measured: a sentence that is too long fails the build.
 */
class RenderedPromptsTests {

    private static final Script SCRIPT = RenderedScript.script();
    private static final PromptCatalog CATALOG = RenderedScript.catalog();

    private static final Duration LONGEST_RULES = Duration.ofSeconds(8);

    static List<Language> languages() {
        return SCRIPT.languages();
    }

    @Test
    void everythingCanBeSaidAndNoProblemWasMet() {
        assertThat(RenderedScript.exitCode()).isZero();
        assertThat(CATALOG.missingVital()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noSentenceIsLongerThanItMayBe(Language language) {
        assertThat(SCRIPT.keys()).allSatisfy(key -> assertThat(length(new Spoken(List.of(key)), language))
                .as("%s in %s", key, language)
                .isPositive()
                .isLessThanOrEqualTo(SCRIPT.longest(key)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theRulesOfARoomTakeNoMoreThanEightSeconds(Language language) {
        assertThat(length(Spoken.of(Prompt.ROOM_RULES), language)).isLessThanOrEqualTo(LONGEST_RULES);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachTryIsShorterThanTheOneBefore(Language language) {
        Stream<List<Spoken>> tries = Arrays.stream(Prompt.values())
                .flatMap(prompt -> named(prompt.key() + ".again").stream().map(again -> List.of(Spoken.of(prompt),
                        Spoken.of(again), Spoken.of(named(prompt.key() + ".short").orElseThrow()))));
        List<List<Spoken>> questions = Stream.concat(tries, Stream.of(
                List.of(consent(), Spoken.of(CONSENT_AGAIN), Spoken.of(CONSENT_SHORT)))).toList();

        assertThat(questions).hasSizeGreaterThan(7).allSatisfy(question -> {
            assertThat(length(question.get(1), language)).as("%s", question)
                    .isLessThan(length(question.get(0), language));
            assertThat(length(question.get(2), language)).as("%s", question)
                    .isLessThan(length(question.get(1), language));
        });
    }

    private static Spoken consent() {
        return Spoken.of(CONSENT_AGREE, CONSENT_FORGET, CONSENT_MINOR);
    }

    private static Optional<Prompt> named(String key) {
        return Arrays.stream(Prompt.values()).filter(prompt -> prompt.key().equals(key)).findFirst();
    }

    private static Duration length(Spoken words, Language language) {
        return CATALOG.lengthOf(words, language);
    }
}
