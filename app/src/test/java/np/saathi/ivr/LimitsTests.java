package np.saathi.ivr;

import static np.saathi.prompt.Prompt.CALL_LIMIT;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.GROUP_PAUSED_BEFORE;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_INTRO;
import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.TALK_LONG;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;

/** Limits are told, and none of them takes more than groups from anybody. */
class LimitsTests {
    private final House house = new House();

    @BeforeEach
    void ashaIsKnown() {
        house.ashaIsKnown();
    }

    @Test
    void aCallOfTwoHoursIsToldThatItEndsAndZeroStillWorks() {
        ScriptedCaller asha = longCall("");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).endsWith(GREETING.key(), CALL_LIMIT.key());
        assertThat(longCall("0").calls(house.callerFlow)).isEqualTo(HELP);
    }

    @Test
    void aGroupThatOutlastsTheCallIsRatedBeforeTheEnd() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "4", "").named(call());
        asha.inTheRoom(_ -> {
            house.comesIn(asha, stress);
            house.clock.pass(Duration.ofHours(2));
            house.sessions.timeIsUp(asha.id());
            return Departure.TIME_UP;
        });
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(RATING.key(), CALL_LIMIT.key()).endsWith(CALL_LIMIT.key());
    }

    private ScriptedCaller longCall(String answer) {
        ScriptedCaller asha = whoPresses(answer).named(call());
        house.clock.pass(Duration.ofHours(2));
        return asha;
    }

    private String call() {
        return house.clock.instant().getEpochSecond() + ".7";
    }

    @Test
    void moreThanTwentyShortCallsInAnHourGiveNoGroupForAWhileAndAllElse() {
        house.live("stress");
        for (int call = 0; call < 21; call++) {
            hangsUpAfter(Duration.ofSeconds(5));
        }
        ScriptedCaller asha = whoPresses("1", "2", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(MAIN_MENU.key(), GROUP_PAUSED_BEFORE.key(), "number.15",
                "count.minute.many", MAIN_MENU.key(), MESSAGE_INTRO.key());
        assertThat(asha.entered()).isEmpty();
        assertThat(whoPresses("0").calls(house.callerFlow)).isEqualTo(HELP);
        house.clock.pass(Duration.ofMinutes(15));
        assertThat(heardAtTheGroup()).doesNotContain(GROUP_PAUSED_BEFORE.key());
    }

    @Test
    void twentyShortCallsOrManyLongOnesOrCallsForHelpAreNoMisuse() {
        house.live("stress");
        for (int call = 0; call < 20; call++) {
            hangsUpAfter(Duration.ofSeconds(5));
            hangsUpAfter(Duration.ofSeconds(11));
            assertThat(whoPresses("0").calls(house.callerFlow)).isEqualTo(HELP);
        }
        assertThat(heardAtTheGroup()).doesNotContain(GROUP_PAUSED_BEFORE.key());
    }

    @Test
    void shortCallsOverMoreThanAnHourAreNoMisuse() {
        house.live("stress");
        for (int call = 0; call < 30; call++) {
            hangsUpAfter(Duration.ofSeconds(5));
            house.clock.pass(Duration.ofMinutes(4));
        }
        assertThat(heardAtTheGroup()).doesNotContain(GROUP_PAUSED_BEFORE.key());
    }

    private java.util.List<String> heardAtTheGroup() {
        ScriptedCaller asha = whoPresses("1").leavesTheRoomBy(Departure.LEFT);
        asha.calls(house.callerFlow);
        return asha.heard();
    }

    private void hangsUpAfter(Duration time) {
        ScriptedCaller prank = whoPresses(ScriptedCaller.HANGS_UP).whenHearing(GREETING,
                () -> house.clock.pass(time));
        assertThat(prank.calls(house.callerFlow)).isEqualTo(ScriptedCaller.Ending.HUNG_UP);
    }

    @Test
    void whoHasTalkedForTwoHoursHearsAFriendlyWordOnceADayAndIsLetIn() {
        PeerSession stress = house.live("stress");
        ScriptedCaller before = whoPresses("1", "#", "#").named("before");
        before.inTheRoom(_ -> {
            house.comesIn(before, stress);
            house.clock.pass(Duration.ofHours(2));
            return Departure.LEFT;
        }).calls(house.callerFlow);
        assertThat(before.heard()).doesNotContain(TALK_LONG.key());
        ScriptedCaller again = whoPresses("1", "#", "1", "#", "#").named("again");
        house.stays(again, stress, Departure.LEFT);
        house.stays(again, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(again.heard()).containsOnlyOnce(TALK_LONG.key());
        assertThat(again.entered()).hasSize(2);
    }
}
