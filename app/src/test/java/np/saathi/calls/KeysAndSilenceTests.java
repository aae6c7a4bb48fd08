package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import np.saathi.dev.TestTimes;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Phone;

/** What keys do at the wrong and at the right moment, and what silence does. */
@CallTests
class KeysAndSilenceTests {
    private static final Duration A_TRY = Duration.ofSeconds(20);
    private final TestLine line;

    KeysAndSilenceTests(TestLine line) {
        this.line = line;
    }

    @Test
    void aSilentCallerHearsThreeEverShorterQuestionsThenTheNumbersAndAGoodbye() {
        try (Phone silent = line.returningCaller(ENGLISH)) {
            PromptHeard menu = silent.heard().awaitPrompt("main.menu", "en", A_TRY);
            silent.heard().awaitPrompt("main.menu.again", "en", A_TRY);
            assertThat(silent.heard().now()).as("not before the silence is over")
                    .isGreaterThan(menu.start().plus(menu.length()).plus(TestTimes.MENU));
            silent.heard().awaitPrompt("main.menu.short", "en", A_TRY);
            silent.heard().awaitInOrder("en", A_TRY, "crisis.numbers", "helpline.suicide", "helpline.ambulance",
                    "goodbye.silent");
            silent.awaitHangUp(A_TRY);
        }
    }

    @Test
    void threeWrongKeysLeadToTheNumbersAndAGoodbye() {
        try (Phone lost = line.returningCaller(ENGLISH)) {
            lost.heard().awaitPrompt("main.menu", "en", SOON);
            lost.presses("7");
            lost.heard().awaitPrompt("main.menu.again", "en", SOON);
            lost.presses("8");
            lost.heard().awaitPrompt("main.menu.short", "en", SOON);
            lost.presses("7");
            lost.heard().awaitPrompt("helpline.suicide", "en", SOON);
        }
    }

    @Test
    void aKeyCutsAPromptShortAtOnce() {
        try (Phone asha = line.returningCaller(NEPALI)) {
            PromptHeard menu = asha.heard().awaitPrompt("main.menu", "ne", SOON);
            Phone.Press press = asha.presses("7");
            PromptHeard.End end = asha.heard().awaitEndOf(menu, SOON);
            assertThat(end.whole() && menu.canBeCut(press.up(), Quickly.A_KEY)).isFalse();
            // RFC 4733: a key counts when it is up again, so the 300 ms of product.md run from there.
            Quickly.follows(asha, press.up(), end.at(), Quickly.A_KEY);
        }
    }

    @Test
    void aKeyPressedDuringTheGreetingIsNotLost() {
        line.group(NEPALI, 8);
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("1");
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
            assertThat(asha.heard().times("main.menu", "ne")).isEmpty();
        }
    }

    @Test
    void twoKeysAtOnceAreTwoAnswers() {
        line.group(NEPALI, 8);
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("71");
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
        }
    }

    @Test
    void hashAtTheMainMenuIsAGoodbye() {
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("#");
            asha.heard().awaitPrompt("goodbye", "ne", SOON);
            asha.awaitHangUp(SOON);
        }
    }

    @Test
    void theLanguageIsChangedByNineAndOne() {
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("9");
            asha.heard().awaitPrompt("settings.menu", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("language.offer", "ne", SOON);
            asha.presses("2");
            asha.heard().awaitInOrder("en", SOON, "language.set", "main.menu");
        }
    }
}
