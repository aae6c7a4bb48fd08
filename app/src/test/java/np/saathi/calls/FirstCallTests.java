package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.calls.TestLine.newNumber;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.caller.Callers;
import np.saathi.dev.database.Rows;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Keys;
import np.saathi.dev.pstn.Phone;
import np.saathi.telephony.PhoneNumber;

/** A phone that calls for the first time: language, consent, and what is written of it. */
@CallTests
class FirstCallTests {
    private static final Duration A_LONG_SENTENCE = Duration.ofSeconds(30);
    private final TestLine line;

    FirstCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void whoAgreesIsKnownNextTime() {
        String number = newNumber();
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            comesToConsent(asha, "1", "ne");
            asha.heard().awaitPrompt("consent.forget", "ne", A_LONG_SENTENCE);
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "consent.known", "greeting", "main.menu");
        }
        assertThat(line.app().bean(Callers.class).known(PhoneNumber.parse(number))).isPresent();
        try (Phone again = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            again.heard().awaitInOrder("ne", SOON, "greeting", "main.menu");
        }
    }

    /** Agreed, and not to be stored: the question does not come again, and the menu says what can't be done. */
    @Test
    void whoAgreesWhileNothingCanBeWrittenIsLedOn() {
        line.group(NEPALI, 8);
        String number = newNumber();
        try (var _ = line.services().database().readOnly();
                Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            comesToConsent(asha, "1", "ne");
            asha.heard().awaitPrompt("consent.forget", "ne", A_LONG_SENTENCE);
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "consent.unsaved", "greeting", "main.menu");
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "resume.unable", "main.menu");
            assertThat(asha.heard().times("language.offer", "ne")).hasSize(1);
        }
        try (Phone again = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            again.heard().awaitPrompt("language.offer", "ne", SOON);
        }
    }

    @Test
    void whoChoosesToBeForgottenIsServedAndLeavesNoRow() {
        int before = rowsAtRest();
        try (Phone bikash = line.exchange().calls(TestLine.CALLER_NUMBER).from(newNumber()).place()) {
            comesToConsent(bikash, "2", "en");
            bikash.heard().awaitPrompt("consent.minor", "en", A_LONG_SENTENCE);
            bikash.presses("2");
            bikash.heard().awaitInOrder("en", SOON, "consent.unknown", "greeting", "main.menu");
        }
        assertThat(new Rows(line.database()).all()).isEqualTo(before);
    }

    @Test
    void whoIsUnderEighteenHearsTheChildrensNumberAndLeavesNoRow() {
        int before = rowsAtRest();
        try (Phone child = line.exchange().calls(TestLine.CALLER_NUMBER).from(newNumber()).place()) {
            comesToConsent(child, "2", "en");
            PromptHeard words = child.heard().awaitPrompt("consent.minor", "en", A_LONG_SENTENCE);
            child.heard().awaitEndOf(words, SOON);
            child.presses("3");
            child.heard().awaitInOrder("en", SOON, "minor.help", "helpline.children");
            child.heard().awaitInOrder("en", SOON, "number.1", "number.0", "number.9", "number.8");
            child.heard().awaitPrompt("minor.keys", "en", SOON);
            child.presses("#");
            child.heard().awaitPrompt("goodbye", "en", SOON);
            child.awaitHangUp(SOON);
        }
        assertThat(new Rows(line.database()).all()).isEqualTo(before);
    }

    @Test
    void whoSaysNothingToConsentHearsTheNumbersAndAGoodbyeAndLeavesNoRow() {
        int before = rowsAtRest();
        try (Phone silent = line.exchange().calls(TestLine.CALLER_NUMBER).from(newNumber()).place()) {
            comesToConsent(silent, "2", "en");
            silent.heard().awaitPrompt("consent.again", "en", Duration.ofSeconds(40));
            silent.heard().awaitPrompt("consent.short", "en", A_LONG_SENTENCE);
            silent.heard().awaitPrompt("helpline.suicide", "en", A_LONG_SENTENCE);
            silent.heard().awaitPrompt("goodbye.silent", "en", A_LONG_SENTENCE);
            silent.awaitHangUp(A_LONG_SENTENCE);
        }
        assertThat(new Rows(line.database()).all()).isEqualTo(before);
    }

    @Test
    void aKeyBeforeItsWordsWereSpokenIsNoConsent() {
        String number = newNumber();
        try (Phone hasty = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            comesToConsent(hasty, "2", "en");
            hasty.presses("1");
            hasty.heard().awaitPrompt("consent.forget", "en", A_LONG_SENTENCE);
        }
        assertThat(line.app().bean(Callers.class).known(PhoneNumber.parse(number))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000", "+9771660"})
    void aGatewaysPlaceholderAndOurOwnNumberAreNobody(String shown) {
        try (Phone hidden = line.exchange().calls(TestLine.CALLER_NUMBER).from(shown).place()) {
            comesToConsent(hidden, "1", "ne");
            hidden.heard().awaitPrompt("consent.forget", "ne", A_LONG_SENTENCE);
            hidden.presses("1");
            hidden.heard().awaitPrompt("consent.withheld", "ne", SOON);
        }
    }

    @Test
    void whoWithholdsTheirNumberIsServedAndNotRemembered() {
        line.group(NEPALI, 8);
        int before = new Rows(line.database()).in("account");
        try (Phone withheld = line.exchange().calls(TestLine.CALLER_NUMBER).withheld().place()) {
            comesToConsent(withheld, "1", "ne");
            withheld.heard().awaitPrompt("consent.forget", "ne", A_LONG_SENTENCE);
            withheld.presses("1");
            withheld.heard().awaitInOrder("ne", SOON, "consent.withheld", "greeting", "main.menu");
            withheld.presses("1");
            withheld.heard().awaitPrompt("category.stress", "ne", SOON);
        }
        assertThat(new Rows(line.database()).in("account")).isEqualTo(before);
    }

    @Test
    void whoChoosesNoLanguageHearsInEachWhereHelpIsAndThenTheNumbersAndAGoodbye() {
        try (Phone lost = line.exchange().calls(TestLine.CALLER_NUMBER).from(newNumber()).place()) {
            // heard whole: a word that begins again where it was cut at once is heard as one
            lost.heard().awaitInOrder("ne", SOON, "language.offer", "number.1");
            lost.presses("7");
            lost.heard().awaitInOrder("ne", SOON, "language.offer", "number.1");
            lost.presses("7");
            lost.heard().awaitPrompt("language.help", "ne", SOON);
            lost.heard().awaitPrompt("language.help", "en", SOON);
            lost.presses("7");
            lost.heard().awaitPrompt("helpline.suicide", "ne", SOON);
            lost.heard().awaitPrompt("goodbye.silent", "ne", A_LONG_SENTENCE);
            lost.awaitHangUp(SOON);
        }
    }

    @Test
    void keysBySipInfoWorkTheSame() {
        line.group(NEPALI, 8);
        String number = newNumber();
        var unused = line.app().bean(Callers.class).remember(PhoneNumber.parse(number).orElseThrow(), NEPALI);
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).with(Keys.BY_INFO).place()) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
        }
    }

    private static void comesToConsent(Phone phone, String languageKey, String language) {
        phone.heard().awaitPrompt("language.offer", "ne", SOON);
        phone.presses(languageKey);
        PromptHeard welcome = phone.heard().awaitPrompt("welcome.first", language, SOON);
        phone.presses("#"); // no key but 0 cuts what is agreed to
        assertThat(phone.heard().awaitEndOf(welcome, A_LONG_SENTENCE.plusSeconds(10)).whole()).isTrue();
        phone.heard().awaitPrompt("consent.agree", language, SOON);
    }

    /** What is written of an earlier call just after its end is not this call's. */
    private int rowsAtRest() {
        line.comesToRest();
        Rows rows = new Rows(line.database());
        int[] seen = {-1, 0};
        await().pollInterval(Duration.ofMillis(500)).atMost(Duration.ofSeconds(30)).until(() -> {
            int now = rows.all();
            seen[1] = now == seen[0] ? seen[1] + 1 : 0;
            seen[0] = now;
            return seen[1] >= 4;
        });
        return seen[0];
    }
}
