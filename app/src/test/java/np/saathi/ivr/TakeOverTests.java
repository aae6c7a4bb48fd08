package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.ivr.House.DEVIS_ID;
import static np.saathi.ivr.House.DEVIS_PIN;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.session.Outcome;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionEvent;
import np.saathi.session.SessionState;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;

/** A caller complained of Devi. Maya, who is on duty, has come into her room and takes it over. */
class TakeOverTests {
    private final House house = new House();
    private final PeerSession stress = house.live("stress");
    private final CallId devi = House.hostOf(stress);
    private final ScriptedCaller maya = whoPresses().named("maya");

    @BeforeEach
    void mayaIsInTheRoomOfDevi() {
        assertThat(house.sessions.sessions().takeDutySeat(stress.id(), maya.id(), NEPALI)).isPresent();
        house.comesIn(maya, stress);
    }

    @Test
    void fourAndFiveAsksFirstThenTheHostIsOutAndWhoIsOnDutyLeadsTheGroup() {
        maya.thenPresses("1");
        press("45");
        assertThat(maya.heard()).containsExactly("host.take.confirm", "host.take.done");
        assertThat(house.rooms.orders()).containsExactly("take out " + devi + " REMOVED");
        assertThat(outcomeOfDevi()).contains(Outcome.REMOVED);
        assertThat(house.sessions.told(SessionEvent.TakenOver.class)).hasSize(1);
        assertThat(stress.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void itNeedsAKeyMeantForIt() {
        for (String answer : new String[]{"", "*", "5"}) {
            maya.thenPresses(answer);
            press("45");
            assertThat(maya.heard()).as(answer).endsWith("host.take.kept");
        }
        press("451"); // the last one was pressed before the question
        assertThat(maya.heard()).endsWith("host.take.kept");
        assertThat(house.rooms.orders()).isEmpty();
        assertThat(outcomeOfDevi()).isEmpty();
    }

    @Test
    void whoDoesNotKnowTheKeyIsToldAndASilentMenuCloses() {
        press("4");
        assertThat(maya.heard()).containsExactly("host.room.duty", "room.back");
    }

    @Test
    void whereNoHostIsLeftNobodyIsTakenOutAndThatIsSaid() {
        house.sessions.hostIsLost(stress);
        maya.thenPresses("1");
        press("45");
        assertThat(maya.heard()).endsWith("host.take.nobody");
        assertThat(house.sessions.told(SessionEvent.TakenOver.class)).isEmpty();
    }

    @Test
    void aHostHasNoSuchKey() {
        ScriptedCaller host = whoPresses().named(devi.value());
        host.thenPresses("*");
        host.pressedAhead("45");
        house.roomKeys.answer(host);
        assertThat(host.heard()).containsExactly("host.room.again", "room.back");
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void theHostHearsWhyIsAskedForTheReportAndHowTheyAreAndTheirMenuFollows() {
        ScriptedCaller again = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "1", "1");
        again.inTheRoom(_ -> {
            house.comesIn(again, stress);
            maya.thenPresses("1");
            press("45");
            return Departure.REMOVED;
        });
        again.thenPresses("1", "1", "2", "1", "5", "1", "2", "5", "1", "#");
        assertThat(again.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(again.heard()).containsSubsequence("host.begun", "host.taken", "report.intro", "report.risk",
                "wellbeing", "wellbeing.thanks", "host.menu");
        assertThat(house.reports.isComplete(stress)).isTrue();
    }

    @Test
    void theHostDoesNotComeBackAndHearsWhy() {
        maya.thenPresses("1");
        press("45");
        ScriptedCaller again = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "1", "#");
        assertThat(again.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(again.heard()).containsSubsequence("host.menu", "host.taken", "host.menu", "host.goodbye");
        assertThat(again.entered()).isEmpty();
        assertThat(house.sessions.sessions().seated(stress.id())).noneMatch(seat -> seat.account().isPresent()
                && seat.account().get().equals(DEVI));
    }

    @Test
    void whoIsOnDutyEndsTheGroupThenAsItsHost() {
        maya.thenPresses("1");
        press("45");
        maya.thenPresses("1");
        press("#");
        assertThat(maya.heard()).endsWith("host.end.confirm");
        assertThat(stress.state()).isEqualTo(SessionState.ENDED);
    }

    private Optional<Outcome> outcomeOfDevi() {
        return house.sessions.participationsOf(devi).getFirst().outcome();
    }

    private void press(String keys) {
        maya.pressedAhead(keys);
        house.roomKeys.answer(maya);
    }
}
