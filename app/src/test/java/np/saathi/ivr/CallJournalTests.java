package np.saathi.ivr;

import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import np.saathi.prompt.Language;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.CallServed;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;
import np.saathi.telephony.TestCall;

class CallJournalTests {
    private final House house = new House();

    @Test
    void aCallIsToldWhenItIsOver() {
        house.ashaIsKnown();
        ScriptedCaller asha = ScriptedCaller.whoPresses("#").from(House.ASHAS_PHONE);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(house.told).singleElement().isInstanceOfSatisfying(CallServed.class, call -> {
            assertThat(call.door()).isEqualTo(Door.CALLER);
            assertThat(call.step()).isEqualTo(Step.MENU);
            assertThat(call.language()).contains(Language.NEPALI);
            assertThat(call.caller()).isPresent();
        });
    }

    @Test
    void ofWhoDidNotAgreeToBeKnownNothingIsTold() {
        ScriptedCaller stranger = ScriptedCaller.whoPresses("1", "2", "#").from(House.ASHAS_PHONE);
        assertThat(stranger.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(house.told).singleElement().isInstanceOfSatisfying(CallServed.class,
                call -> assertThat(call.caller()).isEqualTo(Optional.empty()));
    }

    @Test
    void aHostsCallIsNoCallers() {
        assertThat(ScriptedCaller.whoPresses(HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(house.told).singleElement().isInstanceOfSatisfying(CallServed.class,
                call -> assertThat(call.door()).isEqualTo(Door.VOLUNTEER));
    }

    @Test
    void aPhoneOfTheHouseIsToldAtOnce() {
        assertThat(ScriptedCaller.whoPresses("1", "2", "#").from(House.TEST_PHONE).calls(house.callerFlow))
                .isEqualTo(DONE);
        await().untilAsserted(() -> assertThat(house.told).hasAtLeastOneElementOfType(TestCall.class));
    }
}
