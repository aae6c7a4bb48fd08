package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.CALLBACK_LINE;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.JOIN_CODE;
import static np.saathi.prompt.Prompt.JOIN_CODE_AGAIN;
import static np.saathi.prompt.Prompt.JOIN_GONE;
import static np.saathi.prompt.Prompt.JOIN_WAIT;
import static np.saathi.prompt.Prompt.JOIN_WRONG;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.ROOM_RULES;
import static np.saathi.prompt.Prompt.SETTINGS_MENU;
import static np.saathi.prompt.Prompt.SETTINGS_MENU_AGAIN;
import static np.saathi.prompt.Prompt.SETTINGS_MENU_SHORT;
import static np.saathi.prompt.Prompt.WAITING_HOST;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.prompt.Prompt;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;

/** Key 9 of the main menu, codes from the web, and being rung because of the web. */
class SettingsFlowTests {
    private static final AccountId BIKASH = new AccountId("234567");
    private static final String CODE = "135792468";
    private final House house = new House();

    @BeforeEach
    void ashaIsKnown() {
        house.ashaIsKnown();
    }

    @Test
    void starLeadsBackToTheMainMenu() {
        ScriptedCaller asha = whoPresses("9", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, SETTINGS_MENU, MAIN_MENU, GOODBYE));
    }

    @Test
    void starInTheQuestionForTheLanguageLeadsBackToTheSettingsAndNothingIsChanged() {
        for (String key : new String[]{"*", "#"}) {
            ScriptedCaller asha = whoPresses("9", "1", key, "*", "#");
            assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
            assertThat(asha.heard()).containsExactly(GREETING.key(), MAIN_MENU.key(), SETTINGS_MENU.key(),
                    "ne/language.offer", "ne/number.1", "en/language.offer", "en/number.2", SETTINGS_MENU.key(),
                    MAIN_MENU.key(), GOODBYE.key());
            assertThat(asha.language()).isEqualTo(NEPALI);
        }
    }

    @Test
    void threeSilencesLeadBackToTheMainMenu() {
        ScriptedCaller asha = whoPresses("9", "", "", "", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(SETTINGS_MENU, SETTINGS_MENU_AGAIN, SETTINGS_MENU_SHORT,
                MAIN_MENU, GOODBYE));
    }

    @Test
    void codeLeadsStraightIntoItsGroupWhateverElseIsOpen() {
        house.live("stress");
        house.live("grief");
        PeerSession english = house.sessions.live("family", ENGLISH, 8, House.DEVI);
        house.invitations.code(CODE, english, BIKASH);
        ScriptedCaller asha = whoPresses("9", "3", CODE, "#", "#");
        house.stays(asha, english, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(SETTINGS_MENU.key(), JOIN_CODE.key(), "category.family",
                ROOM_RULES.key());
        assertThat(asha.entered()).singleElement().satisfies(seat -> assertThat(seat.room())
                .isEqualTo(english.room()));
    }

    @Test
    void whoeverBringsACodeIsThereAsTheAccountThatAskedForIt() {
        PeerSession stress = house.waiting("stress");
        house.invitations.code(CODE, stress, BIKASH);
        ScriptedCaller asha = whoPresses("9", "3", CODE, "#");
        house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow);
        assertThat(asha.heard()).contains(WAITING_HOST.key());
        assertThat(house.sessions.participationsOf(asha.id())).extracting(Participant::account)
                .containsExactly(Optional.of(BIKASH));
    }

    @Test
    void codeCountsOnce() {
        PeerSession stress = house.live("stress");
        house.invitations.code(CODE, stress, BIKASH);
        ScriptedCaller asha = whoPresses("9", "3", CODE, "#", "9", "3", CODE, "*", "#");
        house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow);
        assertThat(asha.entered()).hasSize(1);
    }

    @Test
    void wrongCodeMayBeEnteredAgainUntilThePhoneMustWait() {
        ScriptedCaller asha = whoPresses("9", "3", "111111111", "222222222", "333333333", "9", "3", "444444444",
                "555555555", "666666666", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).filteredOn(JOIN_WRONG.key()::equals).hasSize(5);
        assertThat(asha.heard()).containsSubsequence(keys(JOIN_WRONG, JOIN_WAIT, MAIN_MENU, GOODBYE));
    }

    @Test
    void tooFewDigitsAreATryAndStarLeadsBack() {
        ScriptedCaller asha = whoPresses("9", "3", "123#", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(JOIN_CODE, JOIN_CODE_AGAIN, MAIN_MENU));
    }

    @Test
    void groupThatHasEndedMeanwhileIsTold() {
        PeerSession stress = house.live("stress");
        house.invitations.code(CODE, stress, BIKASH);
        house.sessions.sessions().end(stress.id());
        ScriptedCaller asha = whoPresses("9", "3", CODE, "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(JOIN_CODE, JOIN_GONE, MAIN_MENU));
    }

    @Test
    void zeroIsHelpInEverySentence() {
        for (Prompt sentence : new Prompt[]{SETTINGS_MENU, JOIN_CODE}) {
            assertThat(whoPresses("9", "3").pressing("0", sentence).calls(house.callerFlow)).as(sentence.key())
                    .isEqualTo(HELP);
        }
        assertThat(whoPresses("9", "3", "12", "0").calls(house.callerFlow)).isEqualTo(HELP);
    }

    @Test
    void whoWasRungIsInTheGroupAtOnceWithoutConsentAgain() {
        PeerSession stress = house.live("stress");
        house.invitations.callback("callback-1", stress, BIKASH);
        ScriptedCaller bikash = whoPresses("#", "#").withheld().noting("JOIN_CALLBACK", "callback-1");
        house.stays(bikash, stress, Departure.LEFT);
        assertThat(bikash.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(bikash.heard()).startsWith(CALLBACK_LINE.key(), "category.stress").doesNotContain(GREETING.key());
        assertThat(house.callers.remembered()).isOne();
    }

    @Test
    void whoWasRungTooLateIsToldAndHasTheMainMenu() {
        ScriptedCaller bikash = whoPresses("#").withheld().noting("JOIN_CALLBACK", "given-up");
        assertThat(bikash.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(bikash.heard()).isEqualTo(keys(CALLBACK_LINE, JOIN_GONE, MAIN_MENU, GOODBYE));
    }
}
