package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.ACCOUNT_GONE;
import static np.saathi.prompt.Prompt.CONSENT_AGREE;
import static np.saathi.prompt.Prompt.FORGET_BAN;
import static np.saathi.prompt.Prompt.FORGET_CONFIRM;
import static np.saathi.prompt.Prompt.FORGET_DONE;
import static np.saathi.prompt.Prompt.FORGET_KEPT;
import static np.saathi.prompt.Prompt.FORGET_NOTHING;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.HOST_PIN;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_UNKNOWN;
import static np.saathi.prompt.Prompt.SETTINGS_MENU;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.Ban;
import np.saathi.telephony.CallServed;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** Key 4 of the settings: forget me. */
class ForgetVisitTests {
    private final House house = new House();
    private final AccountId asha = house.ashaIsKnown().account().orElseThrow();

    @Test
    void oneErasesAllTheCallIsNobodysAndTheNextOneIsAFirstCall() {
        ScriptedCaller caller = whoPresses("9", "4", "1", "2", "#");
        assertThat(caller.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(caller.heard()).containsSubsequence(keys(SETTINGS_MENU, FORGET_CONFIRM, FORGET_DONE, MAIN_MENU,
                MESSAGE_UNKNOWN, MAIN_MENU, GOODBYE)).doesNotContain(FORGET_BAN.key());
        assertThat(house.callers.remembered()).isZero();
        assertThat(house.told).filteredOn(CallServed.class::isInstance).singleElement()
                .satisfies(served -> assertThat(((CallServed) served).caller()).as("not in the figures").isEmpty());
        ScriptedCaller next = whoPresses("1", HANGS_UP);
        next.calls(house.callerFlow);
        assertThat(next.heard()).contains(CONSENT_AGREE.key());
    }

    @Test
    void everythingElseErasesNothingAndThatIsSaid() {
        for (String key : new String[]{"4", "*", "", "2", "#"}) {
            ScriptedCaller caller = whoPresses("9", "4", key, "#");
            assertThat(caller.calls(house.callerFlow)).as(key).isEqualTo(DONE);
            assertThat(caller.heard()).containsSubsequence(keys(FORGET_CONFIRM, FORGET_KEPT, MAIN_MENU, GOODBYE));
        }
        assertThat(whoPresses("9", "4").pressing("0", FORGET_CONFIRM).calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(whoPresses("9", "4").pressing(HANGS_UP, FORGET_CONFIRM).calls(house.callerFlow)).isEqualTo(HUNG_UP);
        assertThat(house.callers.remembered()).isOne();
    }

    @Test
    void theSecretNumberIsAskedForWhereOneIsSet() {
        house.pins.set(asha, new Pin("4829"));
        ScriptedCaller thief = whoPresses("9", "4", "1", "9999#", "8888#", "7777#", "#");
        assertThat(thief.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(thief.heard()).containsSubsequence(keys(FORGET_CONFIRM, HOST_PIN, FORGET_KEPT, MAIN_MENU));
        assertThat(house.callers.remembered()).isOne();
        ScriptedCaller owner = whoPresses("9", "4", "1", "4829#", "#");
        assertThat(owner.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(owner.heard()).contains(FORGET_DONE.key());
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void whoIsBannedIsToldBeforeThatTheMarkOfThatStays() {
        house.bans.ban(House.ASHAS_PHONE, Ban.Reason.MISUSE, Duration.ofDays(3));
        ScriptedCaller caller = whoPresses("9", "4", "1", "#");
        assertThat(caller.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(caller.heard()).containsSubsequence(keys(FORGET_BAN, FORGET_CONFIRM, FORGET_DONE));
    }

    @Test
    void ofWhoIsNotRememberedThereIsNothingToErase() {
        ScriptedCaller bikash = whoPresses("9", "4", "#").from("9779841000002").metAt(Step.MENU);
        assertThat(bikash.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(bikash.heard()).contains(FORGET_NOTHING.key()).doesNotContain(FORGET_CONFIRM.key());
    }

    @Test
    void whoWasErasedOnTheWebMeanwhileIsToldAndTheCallGoesOn() {
        house.mailbox.whenLeaving(() -> {
            house.callers.forget(asha);
            throw new DataIntegrityViolationException("no such account");
        });
        ScriptedCaller caller = whoPresses("2", "1", "#", "1", "2", "#");
        assertThat(caller.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(caller.heard()).endsWith(keys(ACCOUNT_GONE, MAIN_MENU, MESSAGE_UNKNOWN, MAIN_MENU, GOODBYE)
                .toArray(String[]::new));
    }
}
