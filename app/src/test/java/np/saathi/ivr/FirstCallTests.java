package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.CONSENT_AGAIN;
import static np.saathi.prompt.Prompt.CONSENT_AGREE;
import static np.saathi.prompt.Prompt.CONSENT_FORGET;
import static np.saathi.prompt.Prompt.CONSENT_KNOWN;
import static np.saathi.prompt.Prompt.CONSENT_MINOR;
import static np.saathi.prompt.Prompt.CONSENT_SHORT;
import static np.saathi.prompt.Prompt.CONSENT_UNKNOWN;
import static np.saathi.prompt.Prompt.CONSENT_WITHHELD;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.LANGUAGE_OFFER;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MINOR_HELP;
import static np.saathi.prompt.Prompt.WELCOME_FIRST;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.NUMBERS_AND_END;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** The first call of a phone: language, what this line is, and consent. */
class FirstCallTests {
    private final House house = new House();

    @Test
    void languagesOfferThemselvesInTheirOwnWords() {
        ScriptedCaller asha = whoPresses("2", "1", "#");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).startsWith("ne/language.offer", "ne/number.1", "en/language.offer", "en/number.2",
                "welcome.first");
        assertThat(asha.language()).isEqualTo(Language.ENGLISH);
        assertThat(house.callers.of(House.ASHAS_PHONE).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void keyOneAgreesAndIsRemembered() {
        ScriptedCaller asha = whoPresses("1", "1", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(WELCOME_FIRST, CONSENT_AGREE, CONSENT_FORGET, CONSENT_MINOR,
                CONSENT_KNOWN, GREETING, MAIN_MENU));
        assertThat(house.callers.remembered()).isOne();
    }

    @Test
    void keyTwoIsServedAndForgotten() {
        ScriptedCaller asha = whoPresses("1", "2", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(CONSENT_UNKNOWN, GREETING, MAIN_MENU));
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void keyThreeIsUnderEighteenAndNeverOfferedAGroup() {
        house.live("stress");
        ScriptedCaller asha = whoPresses("1", "3", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(MINOR_HELP)).doesNotContain(MAIN_MENU.key(), GREETING.key());
        assertThat(asha.reached()).as("back from the crisis path a child comes here, never to the main menu")
                .containsExactly(Step.MINOR);
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void keyPressedBeforeItsWordsDoesNotCount() {
        ScriptedCaller asha = whoPresses("1").pressing("2", CONSENT_AGREE).pressing("3", CONSENT_FORGET);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(NUMBERS_AND_END);
        assertThat(asha.heard()).endsWith(keys(CONSENT_AGREE, CONSENT_FORGET, CONSENT_MINOR, CONSENT_AGAIN,
                CONSENT_SHORT).toArray(String[]::new));
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void keyPressedDuringItsOwnWordsDoesNotCountYet() {
        ScriptedCaller asha = whoPresses("1").pressing("1", CONSENT_AGREE);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(NUMBERS_AND_END);
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void whatIsAgreedToIsHeardWholeWhateverIsPressed() {
        ScriptedCaller asha = whoPresses("1", "1", "#").pressing("#", WELCOME_FIRST);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(WELCOME_FIRST, CONSENT_AGREE, CONSENT_FORGET, CONSENT_MINOR,
                CONSENT_KNOWN));
    }

    @Test
    void keyPressedDuringTheWelcomeDoesNotConsent() {
        ScriptedCaller asha = whoPresses("1").pressing("1", WELCOME_FIRST);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(NUMBERS_AND_END);
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void keyCountsOnceItsWordsWereSpoken() {
        ScriptedCaller asha = whoPresses("1", "#").pressing("1", CONSENT_FORGET);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(CONSENT_AGREE, CONSENT_FORGET, CONSENT_KNOWN))
                .doesNotContain(CONSENT_MINOR.key());
        assertThat(house.callers.remembered()).isOne();
    }

    @Test
    void consentIsAskedThreeTimesEachShorter() {
        ScriptedCaller asha = whoPresses("1", "", "", "2", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard())
                .containsSubsequence(keys(CONSENT_MINOR, CONSENT_AGAIN, CONSENT_SHORT, CONSENT_UNKNOWN));
    }

    @Test
    void noOtherKeyConsents() {
        ScriptedCaller asha = whoPresses("1", "5*#", "4678", "9");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(NUMBERS_AND_END);
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void silenceHearsTheCrisisNumbersAndEnds() {
        ScriptedCaller asha = whoPresses("1");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(NUMBERS_AND_END);
        assertThat(asha.reached()).isEmpty();
    }

    @Test
    void silenceFromTheStartIsAskedForTheLanguageThreeTimes() {
        ScriptedCaller asha = whoPresses();
        assertThat(asha.calls(house.callerFlow)).isEqualTo(NUMBERS_AND_END);
        assertThat(asha.heard()).filteredOn(("ne/" + LANGUAGE_OFFER.key())::equals).hasSize(3);
        assertThat(asha.heard()).doesNotContain(WELCOME_FIRST.key());
    }

    @Test
    void withheldNumberWhoAgreesIsServedAndToldWhyNothingIsKept() {
        ScriptedCaller asha = whoPresses("1", "1", "#").withheld();
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(CONSENT_WITHHELD, GREETING, MAIN_MENU));
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void zeroIsHelpInEverySentenceBeforeConsent() {
        for (Prompt sentence : new Prompt[]{WELCOME_FIRST, CONSENT_AGREE, CONSENT_FORGET, CONSENT_MINOR, CONSENT_AGAIN,
                CONSENT_SHORT}) {
            ScriptedCaller asha = whoPresses("1").pressing("0", sentence);
            assertThat(asha.calls(house.callerFlow)).as(sentence.key()).isEqualTo(HELP);
        }
        assertThat(whoPresses("0").calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(whoPresses("1", "0").calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void hangingUpAtAnySentenceKeepsNothing() {
        for (Prompt sentence : new Prompt[]{WELCOME_FIRST, CONSENT_AGREE, CONSENT_FORGET, CONSENT_MINOR, CONSENT_AGAIN,
                CONSENT_SHORT}) {
            ScriptedCaller asha = whoPresses("1").pressing(ScriptedCaller.HANGS_UP, sentence);
            assertThat(asha.calls(house.callerFlow)).as(sentence.key()).isEqualTo(HUNG_UP);
        }
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void backFromTheCrisisPathBeforeConsentBeginsAtTheBeginning() {
        ScriptedCaller asha = whoPresses("1", "0");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(HELP);
        asha.backFromCrisis().thenPresses("2", "2", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.language()).isEqualTo(Language.ENGLISH);
        assertThat(asha.reached()).first().isEqualTo(Step.MENU);
    }
}
