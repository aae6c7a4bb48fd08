package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.ACCOUNT_ID;
import static np.saathi.prompt.Prompt.ACCOUNT_MENU;
import static np.saathi.prompt.Prompt.ACCOUNT_NONE;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.HOST_PIN;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_PIN_WRONG;
import static np.saathi.prompt.Prompt.PIN_DIFFERS;
import static np.saathi.prompt.Prompt.PIN_EASY;
import static np.saathi.prompt.Prompt.PIN_KEPT;
import static np.saathi.prompt.Prompt.PIN_NEW;
import static np.saathi.prompt.Prompt.PIN_SET;
import static np.saathi.prompt.Prompt.PIN_TWICE;
import static np.saathi.prompt.Prompt.SETTINGS_MENU;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.prompt.Prompt;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** Key 2 of the settings: my id and secret number. */
class IdentityVisitTests {
    private static final Pin OLD = new Pin("4829");
    private static final Pin NEW = new Pin("582914");
    private final House house = new House();
    private final AccountId asha = house.ashaIsKnown().account().orElseThrow();

    @Test
    void theIdIsSpokenDigitByDigitTwiceAndAgainAtWill() {
        ScriptedCaller caller = whoPresses("9", "2", "2", "*", "#");
        assertThat(caller.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.value()).isEqualTo("111111");
        assertThat(caller.heard()).filteredOn("number.1"::equals).hasSize(4 * AccountId.LENGTH);
        assertThat(caller.heard()).filteredOn(ACCOUNT_ID.key()::equals).hasSize(2);
        assertThat(caller.heard()).endsWith(keys(ACCOUNT_MENU, MAIN_MENU, GOODBYE).toArray(String[]::new));
    }

    @Test
    void aSecretNumberIsSetByKeyingItTwice() {
        ScriptedCaller caller = whoPresses("9", "2", "1", NEW.digits() + "#", NEW.digits() + "#", "#");
        assertThat(caller.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(caller.heard()).containsSubsequence(keys(SETTINGS_MENU, ACCOUNT_MENU, PIN_NEW, PIN_TWICE, PIN_SET,
                MAIN_MENU));
        assertThat(caller.heard()).doesNotContain(HOST_PIN.key());
        assertThat(house.pins.opens(asha, NEW)).isTrue();
    }

    @Test
    void theOldOneIsAskedForFirst() {
        house.pins.set(asha, OLD);
        ScriptedCaller caller = whoPresses("9", "2", "1", "9999#", OLD.digits() + "#", NEW.digits() + "#",
                NEW.digits() + "#", "#");
        assertThat(caller.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(caller.heard()).containsSubsequence(keys(HOST_PIN, MESSAGE_PIN_WRONG, HOST_PIN, PIN_NEW, PIN_SET));
        assertThat(house.pins.opens(asha, NEW)).isTrue();
    }

    @Test
    void whoDoesNotKnowTheOldOneChangesNothing() {
        house.pins.set(asha, OLD);
        ScriptedCaller thief = whoPresses("9", "2", "1", "9999#", "8888#", "7777#", "#");
        assertThat(thief.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(thief.heard()).doesNotContain(PIN_NEW.key());
        assertThat(house.pins.opens(asha, OLD)).isTrue();
    }

    @Test
    void twoDifferentOnesAndOneThatIsEasilyGuessedAreAskedForAnew() {
        ScriptedCaller caller = whoPresses("9", "2", "1", "582914#", "582915#", "1234#", "4829#", "4829#", "#");
        assertThat(caller.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(caller.heard()).containsSubsequence(keys(PIN_NEW, PIN_TWICE, PIN_DIFFERS, PIN_NEW, PIN_EASY, PIN_NEW,
                PIN_TWICE, PIN_SET));
        assertThat(house.pins.opens(asha, new Pin("4829"))).isTrue();
    }

    @Test
    void afterThreeTriesOrAStepBackNothingIsChangedAndThatIsSaid() {
        for (ScriptedCaller caller : new ScriptedCaller[]{
                whoPresses("9", "2", "1", "1111#", "2222#", "3333#", "#"), whoPresses("9", "2", "1", "*", "#")}) {
            assertThat(caller.calls(house.callerFlow)).isEqualTo(DONE);
            assertThat(caller.heard()).containsSubsequence(keys(PIN_NEW, PIN_KEPT, MAIN_MENU, GOODBYE));
        }
        assertThat(house.pins.isSet(asha)).isFalse();
    }

    @Test
    void whoIsNotRememberedIsToldThatThereIsNone() {
        ScriptedCaller bikash = whoPresses("9", "2", "#").from("9779841000002").metAt(Step.MENU);
        assertThat(bikash.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(bikash.heard()).containsSubsequence(keys(SETTINGS_MENU, ACCOUNT_NONE, MAIN_MENU));
    }

    @Test
    void zeroIsHelpInEverySentence() {
        for (Prompt sentence : new Prompt[]{ACCOUNT_ID, ACCOUNT_MENU, PIN_NEW}) {
            assertThat(whoPresses("9", "2", "1").pressing("0", sentence).calls(house.callerFlow)).as(sentence.key())
                    .isEqualTo(HELP);
        }
        assertThat(whoPresses("9", "2", "1", "5829#").pressing("0", PIN_TWICE).calls(house.callerFlow))
                .isEqualTo(HELP);
    }
}
