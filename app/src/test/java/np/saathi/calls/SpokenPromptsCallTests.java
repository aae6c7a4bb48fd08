package np.saathi.calls;

import static np.saathi.calls.TestLine.newNumber;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.dev.DemoData;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Phone;
import np.saathi.prompt.Language;
import np.saathi.session.SessionState;
import np.saathi.volunteer.Training;

/**
 * Calls with the prompts as callers hear them, in real time: what all other call tests hear as short codes is heard here
 * as speech, sample by sample, from its first word to its last.
 */
@Tag("calls")
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class SpokenPromptsCallTests {
    /** The longest prompts of a first call last half a minute. */
    private static final Duration SOON = Duration.ofSeconds(45);
    private static TestLine line;

    @BeforeAll
    static void start() {
        line = TestLines.spoken();
    }

    private static String languageKey(String language) {
        return language.equals("ne") ? "1" : "2";
    }

    /** No key may follow at once: Asterisk drops one that ends just between the words and the waiting for a key. */
    private static void hearsWhole(Phone phone, String key, String language) {
        PromptHeard prompt = phone.heard().awaitPrompt(key, language, SOON);
        assertThat(phone.heard().awaitEndOf(prompt, SOON).whole()).as(prompt.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ne", "en"})
    void aFirstCallHearsWelcomeAndConsentToTheirEnds(String language) {
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(newNumber()).place()) {
            asha.heard().awaitInOrder("ne", SOON, "language.offer", "number.1");
            asha.heard().awaitInOrder("en", SOON, "language.offer", "number.2");
            asha.presses(languageKey(language));
            hearsWhole(asha, "welcome.first", language);
            hearsWhole(asha, "consent.agree", language);
            asha.heard().awaitPrompt("consent.forget", language, SOON);
            asha.presses("1");
            hearsWhole(asha, "consent.known", language);
            hearsWhole(asha, "greeting", language);
            asha.heard().awaitPrompt("main.menu", language, SOON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ne", "en"})
    @ResourceLock("the duty roster")
    void whoAsksForHelpWhileNobodyIsOnDutyHearsTheNumbersDigitByDigit(String language) {
        try (CrisisRoster roster = CrisisRoster.on(line); Phone asha = line.returningCaller(new Language(language))) {
            asha.presses("0");
            hearsWhole(asha, "crisis.sorry", language);
            asha.heard().awaitInOrder(language, SOON, "helpline.suicide", "number.1", "number.1", "number.6",
                    "number.6", "crisis.again", "number.1", "number.1", "number.6", "number.6");
            asha.heard().awaitInOrder(language, SOON, "helpline.ambulance", "number.1", "number.0", "number.2");
            asha.heard().awaitPrompt("crisis.stay", language, SOON);
            asha.presses("*");
            asha.heard().awaitInOrder(language, SOON, "crisis.back", "main.menu");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ne", "en"})
    void aHostLeadsAGroupAndReportsOnIt(String language) {
        DemoData.Person host = line.volunteer(Training.CERTIFIED);
        Group group = line.group(new Language(language), 8, host.id());
        try (Phone devi = line.hostAtTheDoor(host)) {
            speaks(devi, language);
            // The host first: what a caller hears over the music of the lobby is not known by its samples.
            devi.presses("1");
            hearsWhole(devi, "host.begun", language);
            Eventually.is(() -> group.state() == SessionState.LIVE);
            try (Phone asha = line.returningCaller(new Language(language))) {
                asha.heard().awaitPrompt("main.menu", language, SOON);
                asha.presses("1");
                asha.heard().awaitInOrder(language, SOON, "category.stress", "room.rules", "room.open");
                Eventually.is(() -> group.inRoom() == 1);
                devi.presses("#");
                devi.heard().awaitPrompt("host.end.confirm", language, SOON);
                devi.presses("1");
                hearsWhole(devi, "host.ended", language);
                asha.heard().awaitInOrder(language, SOON, "room.ended", "rating");
                asha.presses("4");
                hearsWhole(asha, "rating.thanks", language);
            }
            reports(devi, language);
        }
        assertThat(group.ratings()).containsExactly(4);
    }

    /** At the menu, which is in Nepali until a volunteer has said otherwise. */
    private static void speaks(Phone host, String language) {
        if (!language.equals("ne")) {
            host.presses("9");
            host.heard().awaitPrompt("host.settings", "ne", SOON);
            host.presses("3");
            host.heard().awaitPrompt("language.offer", "ne", SOON);
            host.presses(languageKey(language));
            host.heard().awaitInOrder(language, SOON, "language.set", "host.settings");
            host.presses("*");
            host.heard().awaitPrompt("host.menu", language, SOON);
        }
    }

    private static void reports(Phone host, String language) {
        host.heard().awaitPrompt("report.risk", language, SOON);
        host.presses("1");
        host.heard().awaitInOrder(language, SOON, "report.risk.none", "answer.right");
        host.presses("1");
        host.heard().awaitPrompt("report.followup", language, SOON);
        host.presses("#");
        host.heard().awaitPrompt("report.topic", language, SOON);
        host.presses("#");
        host.heard().awaitPrompt("report.note", language, SOON);
        host.presses("2");
        host.heard().awaitInOrder(language, SOON, "report.kept", "wellbeing");
        host.presses("4");
        host.heard().awaitInOrder(language, SOON, "wellbeing.said", "number.4");
        host.presses("1");
        host.heard().awaitPrompt("host.menu", language, SOON);
    }
}
