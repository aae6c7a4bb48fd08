package np.saathi.ivr;

import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import np.saathi.caller.Caller;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;
import np.saathi.prompt.Spoken;
import np.saathi.prompt.speech.RenderedScript;
import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;

/** No question asks for more than can be remembered: measured over the sounds as they are rendered. */
class MeasuredMenusTests {
    private static final Script SCRIPT = RenderedScript.script();
    private static final PromptCatalog CATALOG = RenderedScript.catalog();
    private static final Duration LONGEST_MENU = Duration.ofSeconds(20);
    private static final int MOST_CHOICES = 5;

    /** How the keys are called in each language: one question is asked in all of them. */
    private static final List<Pattern> KEYS = List.of(
            Pattern.compile("\\b(one|two|three|four|five|six|seven|eight|nine|zero|star|hash)\\b"),
            Pattern.compile(
                    "(?<!\\p{L}|\\p{M})(एक|दुई|तीन|चार|पाँच|छ|सात|आठ|नौ|शून्य|स्टार|ह्यास)(?=[,;।? ]|$)(?! (?:वटा|मिनेट|अङ्क))"));

    static List<Language> languages() {
        return SCRIPT.languages();
    }

    /** All dialogues that the flows have, and those that the exchange leads or that are keys of a room. */
    private static Stream<Spoken> questions() {
        Stream<Spoken> ofFlows = Dialogues.all().stream().flatMap(named -> named.outline().words().stream());
        Stream<Spoken> ofKeys = Arrays.stream(Prompt.values())
                .filter(prompt -> prompt.key().matches(".*\\.(keys|confirm|choices|menu|unsent)(\\.again|\\.short)?"))
                .map(Spoken::of);
        Stream<Spoken> others = Stream.of(Spoken.of(Prompt.CONSENT_AGREE, Prompt.CONSENT_FORGET, Prompt.CONSENT_MINOR),
                Spoken.of(Prompt.CONSENT_AGAIN), Spoken.of(Prompt.CRISIS_CONNECTING), Spoken.of(Prompt.WAITING_HOST));
        return Stream.of(ofFlows, ofKeys, others).flatMap(words -> words).distinct();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noQuestionTakesLongerThanTwentySeconds(Language language) {
        assertThat(questions()).hasSizeGreaterThan(30).allSatisfy(words -> assertThat(length(words, language))
                .as("%s", words.keys()).isPositive().isLessThanOrEqualTo(LONGEST_MENU));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noQuestionHasMoreThanFiveSpokenChoices(Language language) {
        assertThat(questions()).allSatisfy(words -> assertThat(spokenKeys(words, language)).as("%s", words.keys())
                .hasSizeLessThanOrEqualTo(MOST_CHOICES));
    }

    /** The count above is of use only if it sees the keys. */
    @ParameterizedTest
    @MethodSource("languages")
    void theKeysOfEveryMenuAreSpoken(Language language) {
        assertThat(Dialogues.all()).filteredOn(named -> named.dialogue() instanceof Menu<?>)
                .allSatisfy(named -> assertThat(spokenKeys(named.outline().words().getFirst(), language))
                        .as("%s %s", named.flow().getSimpleName(), named.name()).hasSizeGreaterThanOrEqualTo(2));
    }

    /**
     * From answer to the room within 10 s of speech and two keys, each pressed at the end of its phrase: of the main menu
     * only its first phrase is heard.
     */
    @ParameterizedTest
    @MethodSource("languages")
    void aReturningCallerIsInTheRoomWithinTwoKeysAndTenSeconds(Language language) {
        House house = new House();
        PeerSession live = house.sessions.live("stress", language, 8, House.DEVI);
        Caller known = house.ashaIsKnown();
        house.callers.speaks(known, language);
        house.stays(whoPresses("1", "#", "#").named("earlier"), live, Departure.LEFT).calls(house.callerFlow);
        List<String> untilTheRoom = new ArrayList<>();
        ScriptedCaller asha = whoPresses("1", "#");
        asha.inTheRoom(_ -> {
            untilTheRoom.addAll(asha.heard());
            return Departure.TURNED_BACK;
        });
        asha.calls(house.callerFlow);

        assertThat(untilTheRoom).as("one key was enough").endsWith("category.stress", Prompt.ROOM_OPEN.key());
        Duration speech = untilTheRoom.stream()
                .map(key -> key.equals(Prompt.MAIN_MENU.key())
                        ? firstPhrase(key, language)
                        : length(new Spoken(List.of(key)), language))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(speech).as("%s", untilTheRoom).isLessThan(Duration.ofSeconds(10));
    }

    /** By its share of the words: the voices read evenly. */
    private static Duration firstPhrase(String key, Language language) {
        String text = SCRIPT.text(key, language).orElseThrow();
        int end = Stream.of("।", ".").mapToInt(text::indexOf).filter(at -> at > 0).min().orElseThrow() + 1;
        return length(new Spoken(List.of(key)), language).multipliedBy(end).dividedBy(text.length());
    }

    private static Set<String> spokenKeys(Spoken words, Language language) {
        String text = CATALOG.text(words, language).toLowerCase(Locale.ROOT);
        return KEYS.stream().flatMap(keys -> keys.matcher(text).results()).map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Duration length(Spoken words, Language language) {
        return CATALOG.lengthOf(words, language);
    }
}
