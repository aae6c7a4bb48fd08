package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.HOST_BEGUN;
import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.prompt.Prompt.HOST_PIN_OWN;
import static np.saathi.prompt.Prompt.HOST_WRONG;
import static np.saathi.prompt.Prompt.RING_HOST_GONE;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Seat;
import np.saathi.telephony.Step;

/** Devi was rung because callers wait for her; she, or somebody with her phone, has pressed 1. */
class RungHostFlowTests {
    private static final String CALL = "callback-1";
    private static final String PHONE = "9779841000005";
    private final House house = new House();
    private final PeerSession stress = house.waiting("stress");

    RungHostFlowTests() {
        house.lateHosts.rings(CALL, stress, House.DEVI, PHONE);
    }

    private static ScriptedCaller devi(String... keys) {
        return whoPresses(keys).withheld().noting("CALLBACK_NAME", CALL);
    }

    @Test
    void pinAloneLeadsStraightIntoTheRoom() {
        house.waiting("grief");
        ScriptedCaller devi = devi(House.DEVIS_PIN + "#", "#");
        house.stays(devi, stress, Departure.ENDED);
        assertThat(devi.calls(house.rungHostFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).startsWith(HOST_PIN_OWN.key(), "category.stress", HOST_BEGUN.key())
                .endsWith(HOST_GOODBYE.key());
        assertThat(house.lateHosts.notComing()).isEmpty();
        assertThat(devi.entered()).singleElement().satisfies(seat -> {
            assertThat(seat.room()).isEqualTo(stress.room());
            assertThat(seat.role()).isEqualTo(Seat.Role.HOST);
        });
    }

    @Test
    void whoeverElseHoldsThePhoneDoesNotGetIn() {
        ScriptedCaller somebody = devi("1111#", "2222#", "3333#");
        assertThat(somebody.calls(house.rungHostFlow)).isEqualTo(DONE);
        assertThat(somebody.heard()).filteredOn(HOST_WRONG.key()::equals).hasSize(3);
        assertThat(somebody.entered()).isEmpty();
        assertThat(house.lateHosts.notComing()).containsExactly(CALL);
    }

    @Test
    void whoHangsUpBeforeTheSecretNumberDoesNotCome() {
        assertThat(devi(ScriptedCaller.HANGS_UP).calls(house.rungHostFlow)).isEqualTo(HUNG_UP);
        assertThat(house.lateHosts.notComing()).containsExactly(CALL);
    }

    @Test
    void whenAHostCameMeanwhileSheIsThankedAndAskedNothing() {
        house.sessions.sessions().end(stress.id());
        ScriptedCaller devi = devi(House.DEVIS_PIN + "#");
        assertThat(devi.calls(house.rungHostFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).isEqualTo(keys(RING_HOST_GONE, HOST_GOODBYE));
    }

    @Test
    void aCallThatWasLostGoesOnAsAVolunteersCall() {
        ScriptedCaller devi = devi("#").metAt(Step.ROOM).leftBehind(Departure.ENDED);
        var _ = house.sessions.sessions().takeHostSeat(stress.id(), House.DEVI, devi.id()).orElseThrow();
        assertThat(devi.calls(house.rungHostFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).doesNotContain(HOST_PIN_OWN.key()).endsWith(HOST_GOODBYE.key());
    }
}
