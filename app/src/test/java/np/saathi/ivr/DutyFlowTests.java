package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.ALERT_COMPLAINT;
import static np.saathi.prompt.Prompt.ALERT_DANGER;
import static np.saathi.prompt.Prompt.ALERT_ENTERING;
import static np.saathi.prompt.Prompt.ALERT_GONE;
import static np.saathi.prompt.Prompt.ALERT_LEFT;
import static np.saathi.prompt.Prompt.ALERT_TAKE;
import static np.saathi.prompt.Prompt.ALERT_TAKEN;
import static np.saathi.prompt.Prompt.ALERT_TAKE_AGAIN;
import static np.saathi.prompt.Prompt.ALERT_TAKE_SHORT;
import static np.saathi.prompt.Prompt.ALERT_UNHEARD;
import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import np.saathi.alert.AlertKind;
import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Seat;

/** Maya is on duty and was rung; she has pressed 1. */
class DutyFlowTests {
    private static final String CALL = "callback-1";
    private final House house = new House();

    private static ScriptedCaller maya(String... keys) {
        return whoPresses(keys).withheld().noting("CALLBACK_NAME", CALL);
    }

    @Test
    void whatItIsAndWhichGroupIsSaidAndOneTakesIt() {
        house.alerts.rings(CALL, AlertKind.DANGER, house.live("stress"));
        ScriptedCaller maya = maya("1");
        assertThat(maya.calls(house.dutyFlow)).isEqualTo(DONE);
        assertThat(maya.heard()).containsExactly(ALERT_DANGER.key(), "category.stress", ALERT_TAKE.key(),
                ALERT_TAKEN.key());
        assertThat(house.alerts.takenBy()).isEqualTo(CALL);
        assertThat(house.alerts.left()).isEmpty();
        assertThat(maya.entered()).isEmpty();
    }

    @Test
    void twoSaysItAgainAndHashLeavesItToTheNext() {
        house.alerts.rings(CALL, AlertKind.MESSAGE_UNHEARD, null);
        ScriptedCaller maya = maya("2", "#");
        assertThat(maya.calls(house.dutyFlow)).isEqualTo(DONE);
        assertThat(maya.heard())
                .isEqualTo(keys(ALERT_UNHEARD, ALERT_TAKE, ALERT_UNHEARD, ALERT_TAKE, ALERT_LEFT));
        assertThat(house.alerts.takenBy()).isNull();
        assertThat(house.alerts.left()).containsExactly(CALL);
    }

    @Test
    void silenceTakesNothing() {
        house.alerts.rings(CALL, AlertKind.DANGER, null);
        ScriptedCaller maya = maya();
        assertThat(maya.calls(house.dutyFlow)).isEqualTo(DONE);
        assertThat(maya.heard())
                .isEqualTo(keys(ALERT_DANGER, ALERT_TAKE, ALERT_TAKE_AGAIN, ALERT_TAKE_SHORT, ALERT_LEFT));
        assertThat(house.alerts.takenBy()).isNull();
    }

    @Test
    void whoHangsUpLeavesItToTheNext() {
        house.alerts.rings(CALL, AlertKind.DANGER, null);
        assertThat(maya("2", ScriptedCaller.HANGS_UP).calls(house.dutyFlow)).isEqualTo(HUNG_UP);
        assertThat(house.alerts.left()).containsExactly(CALL);
    }

    @Test
    void whoComesTooLateIsToldSo() {
        assertThat(maya("1").calls(house.dutyFlow)).isEqualTo(DONE);
        house.alerts.rings(CALL, AlertKind.DANGER, null);
        house.alerts.takenBy("nima");
        ScriptedCaller maya = maya("1");
        maya.calls(house.dutyFlow);
        assertThat(maya.heard()).endsWith(ALERT_GONE.key());
        assertThat(house.alerts.takenBy()).isEqualTo("nima");
    }

    @ParameterizedTest
    @EnumSource(value = AlertKind.class, names = {"HOST_COMPLAINT", "INTO_ROOM"})
    void whoTakesARoomIsInItAsAHostAtOnce(AlertKind kind) {
        PeerSession stress = house.live("stress");
        house.alerts.rings(CALL, kind, stress);
        ScriptedCaller maya = maya("1");
        house.stays(maya, stress, Departure.ENDED);
        assertThat(maya.calls(house.dutyFlow)).isEqualTo(DONE);
        assertThat(maya.heard()).endsWith(ALERT_ENTERING.key(), HOST_GOODBYE.key());
        assertThat(maya.entered()).singleElement().satisfies(seat -> {
            assertThat(seat.room()).isEqualTo(stress.room());
            assertThat(seat.role()).isEqualTo(Seat.Role.HOST);
        });
        assertThat(house.sessions.sessions().seated(stress.id())).noneMatch(seat -> seat.call().equals(maya.id()));
    }

    @Test
    void aComplaintIsTakenThoughTheRoomIsOver() {
        PeerSession stress = house.live("stress");
        house.alerts.rings(CALL, AlertKind.HOST_COMPLAINT, stress);
        house.sessions.sessions().end(stress.id());
        ScriptedCaller maya = maya("1");
        maya.calls(house.dutyFlow);
        assertThat(maya.heard()).startsWith(ALERT_COMPLAINT.key()).endsWith(ALERT_TAKEN.key());
        assertThat(maya.entered()).isEmpty();
    }

    @Test
    void everyKindHasWordsAndZeroIsHelpInThem() {
        for (AlertKind kind : AlertKind.values()) {
            house.alerts.rings(CALL, kind, null);
            assertThat(maya("0").calls(house.dutyFlow)).as(kind.name()).isEqualTo(HELP);
        }
    }
}
