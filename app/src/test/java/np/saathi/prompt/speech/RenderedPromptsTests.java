package np.saathi.prompt.speech;

import static np.saathi.prompt.Prompt.CONSENT_AGREE;
import static np.saathi.prompt.Prompt.CONSENT_AGAIN;
import static np.saathi.prompt.Prompt.CONSENT_FORGET;
import static np.saathi.prompt.Prompt.CONSENT_MINOR;
import static np.saathi.prompt.Prompt.CONSENT_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import np.saathi.dev.EspeakInstall;
import np.saathi.dev.Project;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;
import np.saathi.prompt.Spoken;

/**
 * The whole script, rendered by the real voices through the real command, and measured: a sentence that is too long
 * fails the build. The sounds stay in the build directory, so that only what has changed is rendered the next time.
 */
class RenderedPromptsTests {

    private static final Path PROMPTS = Project.directory("prompts");
    private static final Path SOUNDS = Path.of("target", "sounds").toAbsolutePath();
    private static final Script SCRIPT = Script.load(PROMPTS.resolve("script.yml"));
    private static final PromptCatalog CATALOG = new PromptCatalog(SCRIPT, SOUNDS);

    private static final Duration LONGEST_MENU = Duration.ofSeconds(20);
    private static final Duration LONGEST_RULES = Duration.ofSeconds(8);

    /** Questions with choices, as product.md's dialogue shapes have them. */
    private static final Set<Prompt> MENUS = EnumSet.of(Prompt.MAIN_MENU, Prompt.MINOR_KEYS, Prompt.GROUP_LIST_KEYS,
            Prompt.WAITING_HOST, Prompt.WAITING_KEYS, Prompt.ROOM_KEYS, Prompt.ROOM_WRONG, Prompt.CHOICES_WAITING,
            Prompt.CHOICES_INSTEAD,
            Prompt.CHOICES_NONE, Prompt.SEAT_LOST, Prompt.RATING,
            Prompt.SHELL_CHOICES,
            Prompt.CRISIS_CONNECTING, Prompt.CRISIS_NUMBERS_KEYS, Prompt.HOST_ALREADY, Prompt.HOST_MENU,
            Prompt.HOST_KEYS, Prompt.HOST_END_CONFIRM, Prompt.LISTEN_KEYS, Prompt.SETTINGS_MENU, Prompt.ACCOUNT_MENU,
            Prompt.IDENTITY_LINK, Prompt.FORGET_CONFIRM, Prompt.MESSAGE_UNSENT);

    private static int exitCode;

    @BeforeAll
    static void render() throws IOException {
        EspeakInstall espeak = EspeakInstall.get();
        exitCode = RenderPrompts.run(RenderPrompts.COMMAND,
                "--saathi.prompts.script=" + PROMPTS.resolve("script.yml"),
                "--saathi.prompts.recordings=" + PROMPTS,
                "--saathi.prompts.sounds=" + SOUNDS,
                "--saathi.speech.espeak=" + String.join(",", espeak.command()),
                "--saathi.speech.espeak-data=" + espeak.environment().getOrDefault("ESPEAK_DATA_PATH", ""));
    }

    static List<Language> languages() {
        return SCRIPT.languages();
    }

    @Test
    void everythingCanBeSaidAndNoProblemWasMet() {
        assertThat(exitCode).isZero();
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
    void menusAndConsentEndWithinTwentySeconds(Language language) {
        assertThat(MENUS).allSatisfy(menu -> assertThat(length(Spoken.of(menu), language)).as(menu.key())
                .isLessThanOrEqualTo(LONGEST_MENU));
        assertThat(length(consent(), language)).isLessThanOrEqualTo(LONGEST_MENU);
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

    /** product.md: back in the group within 10 s of speech, each key pressed at the end of its phrase. */
    @ParameterizedTest
    @MethodSource("languages")
    void aReturningCallerIsInTheRoomWithinTenSecondsOfSpeech(Language language) {
        Spoken heard = Spoken.of(Prompt.GREETING, Prompt.MAIN_MENU).then(Spoken.category("stress"))
                .then(Prompt.ROOM_OPEN);

        // Of the main menu only the first third is heard: its first choice is the group.
        Duration afterKeyOne = length(Spoken.of(Prompt.MAIN_MENU), language).multipliedBy(2).dividedBy(3);
        assertThat(length(heard, language).minus(afterKeyOne)).isLessThan(Duration.ofSeconds(10));
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
