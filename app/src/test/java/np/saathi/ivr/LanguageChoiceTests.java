package np.saathi.ivr;

import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import np.saathi.caller.Caller;
import np.saathi.caller.CallersInMemory;
import np.saathi.caller.LanguagesInMemory;
import np.saathi.prompt.Language;
import np.saathi.prompt.TestPrompts;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.ScriptedCaller;

/** Languages are data: each one more is one more key. */
class LanguageChoiceTests {
    private static final Language MAITHILI = new Language("mai");
    private final CallersInMemory callers = new CallersInMemory();
    private final LanguageChoice languages = new LanguageChoice(TestPrompts.in(NEPALI, ENGLISH, MAITHILI),
            new LanguagesInMemory(NEPALI, ENGLISH, MAITHILI), callers);

    @Test
    void eachLanguageHasTheKeyOfItsPlace() {
        assertThat(languages.ask(whoPresses("1"))).contains(NEPALI);
        assertThat(languages.ask(whoPresses("2"))).contains(ENGLISH);
        assertThat(languages.ask(whoPresses("3"))).contains(MAITHILI);
    }

    @Test
    void anInactiveLanguageAndOneWithoutWordsAreNotOffered() {
        Language doteli = new Language("dty");
        LanguageChoice two = new LanguageChoice(TestPrompts.in(NEPALI, ENGLISH, MAITHILI),
                new LanguagesInMemory(doteli, MAITHILI, NEPALI), callers);
        ScriptedCaller asha = whoPresses("2");
        assertThat(two.ask(asha)).contains(MAITHILI);
        assertThat(asha.heard()).containsExactly("ne/language.offer", "ne/number.1", "mai/language.offer",
                "mai/number.2");
    }

    @Test
    void eachOffersItselfInItsOwnWords() {
        ScriptedCaller asha = whoPresses("3");
        languages.ask(asha);
        assertThat(asha.heard()).containsExactly("ne/language.offer", "ne/number.1", "en/language.offer", "en/number.2",
                "mai/language.offer", "mai/number.3");
    }

    @Test
    void keyCutsTheOffersShort() {
        ScriptedCaller asha = whoPresses().pressing("1", "ne/number.1");
        assertThat(languages.ask(asha)).contains(NEPALI);
        assertThat(asha.heard()).containsExactly("ne/language.offer", "ne/number.1");
    }

    @Test
    void threeTriesWithSilenceOrWrongKeys() {
        assertThat(languages.ask(whoPresses("4", "*", "2"))).contains(ENGLISH);
        ScriptedCaller asha = whoPresses("4", "#", "", "1");
        assertThat(languages.ask(asha)).isEmpty();
        assertThat(asha.questions()).isEqualTo(3);
    }

    @Test
    void inTheSettingsStarIsOneStepBackAndInAFirstCallThereIsNone() {
        for (String back : new String[]{"*", "#"}) {
            ScriptedCaller asha = whoPresses(back);
            assertThat(languages.askOrBack(asha)).isEmpty();
            assertThat(asha.questions()).isOne();
        }
        assertThat(languages.askOrBack(whoPresses("4", "2"))).contains(ENGLISH);
        assertThat(languages.ask(whoPresses("*", "1"))).contains(NEPALI);
    }

    @Test
    void theThirdTryTellsHelpInEachLanguageAndNoneBefore() {
        ScriptedCaller asha = whoPresses("", "", "1");
        languages.ask(asha);
        assertThat(asha.heard()).endsWith("mai/number.3", "ne/language.help", "en/language.help", "mai/language.help")
                .filteredOn(words -> words.endsWith("language.help")).hasSize(3);
    }

    @Test
    void zeroIsHelp() {
        assertThatThrownBy(() -> languages.ask(whoPresses("0"))).isInstanceOf(HelpPressed.class);
    }

    @Test
    void changeIsConfirmedInTheNewLanguage() {
        ScriptedCaller asha = whoPresses("2");
        languages.change(asha, callers.remember(asha.number().orElseThrow(), NEPALI));
        assertThat(asha.language()).isEqualTo(ENGLISH);
        assertThat(asha.heard()).endsWith("language.set");
        assertThat(callers.of("9779841000001").language()).isEqualTo(ENGLISH);
    }

    @Test
    void whoIsNotRememberedIsToldThatItHoldsForThisCall() {
        ScriptedCaller bikash = whoPresses("2");
        languages.change(bikash, Caller.unknown(NEPALI));
        assertThat(bikash.language()).isEqualTo(ENGLISH);
        assertThat(bikash.heard()).endsWith("language.set", "settings.unkept");
        assertThat(callers.remembered()).isZero();
    }
}
