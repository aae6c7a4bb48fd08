package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Prompt.CONSENT_KNOWN;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.HOST_WRONG;
import static np.saathi.prompt.Prompt.IDENTITY_LINK;
import static np.saathi.prompt.Prompt.IDENTITY_PIN;
import static np.saathi.prompt.Prompt.IDENTITY_WELCOME;
import static np.saathi.prompt.Prompt.JOIN_CODE;
import static np.saathi.prompt.Prompt.JOIN_WAIT;
import static np.saathi.prompt.Prompt.JOIN_WRONG;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_UNKNOWN;
import static np.saathi.prompt.Prompt.SETTINGS_UNKEPT;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.telephony.CallServed;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** Key 3 of the settings with an id: somebody of the web, or on another's phone. Codes are in SettingsFlowTests. */
class EntranceTests {
    private static final AccountId CHANDRA = new AccountId("345678");
    private static final String PIN = "582914#";
    private static final String BORROWED = "9779841000002";
    private final House house = new House();

    @BeforeEach
    void chandraSignedUpOnTheWebAndSetASecretNumber() {
        house.callers.signUp(CHANDRA, ENGLISH);
        house.pins.set(CHANDRA, new Pin("582914"));
    }

    @Test
    void idAndSecretNumberMakeTheCallTheirOwnersAndNothingIsKeptOfThePhone() {
        ScriptedCaller chandra = borrowing("9", "3", CHANDRA.value() + "#", PIN, "*", "2", "*", "#");
        assertThat(chandra.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(chandra.heard()).containsSubsequence(keys(JOIN_CODE, IDENTITY_PIN, IDENTITY_WELCOME, IDENTITY_LINK,
                SETTINGS_UNKEPT, MAIN_MENU)).doesNotContain(MESSAGE_UNKNOWN.key());
        assertThat(chandra.language()).isEqualTo(ENGLISH);
        assertThat(house.callers.remembered()).isZero();
        assertThat(house.told).filteredOn(CallServed.class::isInstance).singleElement()
                .satisfies(served -> assertThat(((CallServed) served).caller()).contains(CHANDRA.value()));
    }

    @Test
    void theirMessagesAreOpenedByTheirSecretNumber() {
        ScriptedCaller chandra = borrowing("9", "3", CHANDRA.value() + "#", PIN, "*", "2", PIN, "*", "#");
        assertThat(chandra.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(chandra.heard()).contains(MESSAGE_MENU.key());
    }

    @Test
    void thePhoneIsKnownFromThenOnIfTheyWantIt() {
        ScriptedCaller chandra = borrowing("9", "3", CHANDRA.value() + "#", PIN, "1", "#");
        assertThat(chandra.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(chandra.heard()).containsSubsequence(keys(IDENTITY_LINK, CONSENT_KNOWN, MAIN_MENU));
        assertThat(house.callers.of(BORROWED).account()).contains(CHANDRA);
        ScriptedCaller again = borrowing("9", "3", CHANDRA.value() + "#", PIN, "#");
        assertThat(again.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(again.heard()).as("it is known already").doesNotContain(IDENTITY_LINK.key());
    }

    @Test
    void aPhoneThatHidesItsNumberIsNotAskedForIt() {
        ScriptedCaller chandra = borrowing("9", "3", CHANDRA.value() + "#", PIN, "#").withheld();
        assertThat(chandra.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(chandra.heard()).containsSubsequence(keys(IDENTITY_WELCOME, SETTINGS_UNKEPT, MAIN_MENU))
                .doesNotContain(IDENTITY_LINK.key());
    }

    @Test
    void theCallIsTheirsAfterTheCrisisPathToo() {
        ScriptedCaller chandra = borrowing("9", "3", CHANDRA.value() + "#", PIN, "*", "0", "2", PIN, "*", "#");
        assertThat(chandra.calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(chandra.backFromCrisis().calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(chandra.heard()).contains(MESSAGE_MENU.key()).doesNotContain(MESSAGE_UNKNOWN.key());
    }

    @Test
    void wrongSecretNumbersAreToldAndAfterFiveThePhoneWaits() {
        ScriptedCaller thief = borrowing("9", "3", CHANDRA.value() + "#", "4829#", CHANDRA.value() + "#", "4829#",
                CHANDRA.value() + "#", "4829#", "9", "3", CHANDRA.value() + "#", "4829#", CHANDRA.value() + "#",
                "4829#", "*", "#");
        assertThat(thief.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(thief.heard()).filteredOn(HOST_WRONG.key()::equals).hasSize(5);
        assertThat(thief.heard()).doesNotContain(IDENTITY_WELCOME.key());
        ScriptedCaller again = borrowing("9", "3", CHANDRA.value() + "#", PIN, "#");
        again.calls(house.callerFlow);
        assertThat(again.heard()).containsSubsequence(keys(JOIN_CODE, IDENTITY_PIN, JOIN_WAIT, MAIN_MENU, GOODBYE));
    }

    @Test
    void whetherAnIdIsThereIsNotTold() {
        ScriptedCaller curious = borrowing("9", "3", "999999#", "4829#", "*", "#");
        assertThat(curious.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(curious.heard()).containsSubsequence(keys(JOIN_CODE, IDENTITY_PIN, HOST_WRONG, JOIN_CODE));
    }

    @Test
    void whoseCodeDoesNotFitIsToldHowLongCodesCount() {
        ScriptedCaller asha = borrowing("9", "3", "135792468", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(JOIN_CODE, JOIN_WRONG, JOIN_CODE, MAIN_MENU));
    }

    private static ScriptedCaller borrowing(String... keys) {
        return whoPresses(keys).from(BORROWED).metAt(Step.MENU);
    }
}
