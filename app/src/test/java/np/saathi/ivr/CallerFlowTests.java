package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.LANGUAGE_SET;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MAIN_MENU_AGAIN;
import static np.saathi.prompt.Prompt.MAIN_MENU_SHORT;
import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.RATING_NOTE;
import static np.saathi.prompt.Prompt.RATING_THANKS;
import static np.saathi.prompt.Prompt.RESUME_INTERRUPTED;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.NUMBERS_AND_END;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.prompt.Prompt;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** A known caller's call, from greeting to goodbye, and how it goes on after it was lost. */
class CallerFlowTests {
    private final House house = new House();

    @BeforeEach
    void ashaIsKnown() {
        house.ashaIsKnown();
    }

    @Test
    void nothingButGreetingAndMenuIsSaidBeforeTheFirstKey() {
        ScriptedCaller asha = whoPresses("#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, GOODBYE));
    }

    @Test
    void returningCallerIsInTheRoomWithOneKey() {
        house.live("stress");
        ScriptedCaller asha = whoPresses("1").hangsUpInTheRoom();
        assertThat(asha.calls(house.callerFlow)).isEqualTo(HUNG_UP);
        assertThat(asha.heard()).startsWith(GREETING.key(), MAIN_MENU.key(), "category.stress");
        assertThat(asha.entered()).hasSize(1);
    }

    @Test
    void knownCallerIsSpokenToInTheirLanguage() {
        house.callers.speaks(house.callers.of(House.ASHAS_PHONE), ENGLISH);
        ScriptedCaller asha = whoPresses("#");
        asha.calls(house.callerFlow);
        assertThat(asha.language()).isEqualTo(ENGLISH);
    }

    @Test
    void keyDuringTheGreetingAnswersTheMenu() {
        ScriptedCaller asha = whoPresses().pressing("#", GREETING);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, GOODBYE));
    }

    @Test
    void keyWhileTheCallerIsLookedUpAnswersTheMenu() {
        ScriptedCaller asha = whoPresses().pressingWhileTheAppWorks("#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GOODBYE));
    }

    @Test
    void silenceAndWrongKeysHearShorterWordsThenTheNumbers() {
        ScriptedCaller asha = whoPresses("", "7");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(NUMBERS_AND_END);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, MAIN_MENU_AGAIN, MAIN_MENU_SHORT));
    }

    @Test
    void starSpeaksTheMenuAgainAndIsNoTry() {
        ScriptedCaller asha = whoPresses("*", "*", "*", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).filteredOn(MAIN_MENU.key()::equals).hasSize(5);
    }

    @Test
    void keysNineAndOneChangeTheLanguageForThisCallAndTheNext() {
        ScriptedCaller asha = whoPresses("9", "1", "2", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(LANGUAGE_SET, MAIN_MENU, GOODBYE));
        assertThat(asha.language()).isEqualTo(ENGLISH);
        assertThat(house.callers.of(House.ASHAS_PHONE).language()).isEqualTo(ENGLISH);
    }

    @Test
    void languageIsKeptWhereNoneIsChosen() {
        ScriptedCaller asha = whoPresses("9", "1", "7", "", "8", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).doesNotContain(LANGUAGE_SET.key());
        assertThat(asha.language()).isEqualTo(NEPALI);
    }

    @Test
    void zeroIsHelpInEverySentence() {
        for (Prompt sentence : new Prompt[]{GREETING, MAIN_MENU, MAIN_MENU_AGAIN, MAIN_MENU_SHORT}) {
            assertThat(whoPresses().pressing("0", sentence).calls(house.callerFlow)).as(sentence.key()).isEqualTo(HELP);
        }
        assertThat(whoPresses("9", "1").pressing("0", "en/language.offer").calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(whoPresses("#").pressing("0", GOODBYE).calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(whoPresses().pressingWhileTheAppWorks("0").calls(house.callerFlow)).isEqualTo(HELP);
    }

    @Test
    void zeroPressedBehindAnotherKeyIsHelpToo() {
        assertThat(whoPresses("10").calls(house.callerFlow)).isEqualTo(HELP);
    }

    @Test
    void hangingUpEndsTheCallWhereverItIs() {
        for (Prompt sentence : new Prompt[]{GREETING, MAIN_MENU, MAIN_MENU_AGAIN, MAIN_MENU_SHORT}) {
            assertThat(whoPresses().pressing(HANGS_UP, sentence).calls(house.callerFlow)).isEqualTo(HUNG_UP);
        }
        assertThat(whoPresses(HANGS_UP).calls(house.callerFlow)).isEqualTo(HUNG_UP);
        assertThat(whoPresses("#").pressing(HANGS_UP, GOODBYE).calls(house.callerFlow)).isEqualTo(HUNG_UP);
    }

    @Test
    void callLostInTheMenuGoesOnThereAndIsTold() {
        ScriptedCaller asha = whoPresses("#").metAt(Step.MENU);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(RESUME_INTERRUPTED, MAIN_MENU, GOODBYE));
    }

    @Test
    void forgottenCallerIsNotAskedForConsentAgainWhenTheCallWasLost() {
        ScriptedCaller bikash = whoPresses("#").from("9779841000002").metAt(Step.MENU);
        assertThat(bikash.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(bikash.heard()).isEqualTo(keys(RESUME_INTERRUPTED, MAIN_MENU, GOODBYE));
        assertThat(house.callers.remembered()).isOne();
    }

    @Test
    void backFromTheCrisisPathTheMenuFollowsAtOnce() {
        ScriptedCaller asha = whoPresses("#").metAt(Step.MENU).backFromCrisis();
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(MAIN_MENU, GOODBYE));
    }

    @Test
    void callLostInTheRatingIsAskedItAgain() {
        ScriptedCaller asha = whoPresses("1", HANGS_UP);
        house.stays(asha, house.live("stress"), Departure.LEFT).calls(house.callerFlow);
        ScriptedCaller again = whoPresses("4", "2", "#").metAt(Step.RATING);
        assertThat(again.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(again.heard())
                .isEqualTo(keys(RESUME_INTERRUPTED, RATING, RATING_THANKS, RATING_NOTE, MAIN_MENU, GOODBYE));
        assertThat(house.ratings.ratings()).containsValue(4);
    }

    @Test
    void callLostBeforeAnyRoomGoesToTheMenuWhateverItsCheckpointSays() {
        for (Step step : new Step[]{Step.ROOM, Step.RATING}) {
            ScriptedCaller asha = whoPresses("#").metAt(step);
            assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
            assertThat(asha.heard()).isEqualTo(keys(RESUME_INTERRUPTED, MAIN_MENU, GOODBYE));
        }
    }
}
