package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.BANNED;
import static np.saathi.prompt.Prompt.BANNED_DAYS_AFTER;
import static np.saathi.prompt.Prompt.BANNED_DAYS_BEFORE;
import static np.saathi.prompt.Prompt.BANNED_MISUSE;
import static np.saathi.prompt.Prompt.BANNED_OBJECT;
import static np.saathi.prompt.Prompt.BANNED_SEXUAL;
import static np.saathi.prompt.Prompt.BANNED_THREATS;
import static np.saathi.prompt.Prompt.BANNED_TROUBLED;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.GROUP_CLOSED_HOURS;
import static np.saathi.prompt.Prompt.GROUP_CLOSED_NOW;
import static np.saathi.prompt.Prompt.GROUP_CLOSED_TODAY;
import static np.saathi.prompt.Prompt.GROUP_CLOSED_UNREADY;
import static np.saathi.prompt.Prompt.LANGUAGE_SET;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.caller.Ban.Reason;
import np.saathi.operation.Opening;
import np.saathi.prompt.Prompt;
import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;

/** Who is not let into a group is told why, and keeps every other key. */
class GroupDoorTests {
    private final House house = new House();

    @BeforeEach
    void aGroupIsOpenAndAshaIsKnown() {
        house.ashaIsKnown();
        house.live("stress");
    }

    @Test
    void closedGroupsAreToldAndTheMenuGoesOn() {
        assertThat(heardWhen(Opening.NOT_READY)).isEqualTo(GROUP_CLOSED_UNREADY);
        assertThat(heardWhen(Opening.CLOSED_NOW)).isEqualTo(GROUP_CLOSED_NOW);
        assertThat(heardWhen(Opening.HOLIDAY)).isEqualTo(GROUP_CLOSED_TODAY);
        assertThat(heardWhen(Opening.OUT_OF_HOURS)).isEqualTo(GROUP_CLOSED_HOURS);
    }

    private Prompt heardWhen(Opening closed) {
        house.operation.is(closed);
        ScriptedCaller asha = whoPresses("1", "9", "1", "2", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.entered()).isEmpty();
        assertThat(asha.heard()).startsWith(GREETING.key(), MAIN_MENU.key()).containsSubsequence(
                keys(MAIN_MENU, LANGUAGE_SET, MAIN_MENU, GOODBYE));
        return Prompt.valueOf(asha.heard().get(2).toUpperCase(java.util.Locale.ROOT).replace('.', '_'));
    }

    @Test
    void bannedPhoneHearsWhyHowLongAndHowToObject() {
        house.bans.ban(House.ASHAS_PHONE, Reason.TROUBLED_OTHERS, Duration.ofDays(3).minusHours(1));
        ScriptedCaller asha = whoPresses("1", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsExactly(GREETING.key(), MAIN_MENU.key(), BANNED.key(), BANNED_TROUBLED.key(),
                BANNED_DAYS_BEFORE.key(), "number.3", "count.day.many", BANNED_DAYS_AFTER.key(), BANNED_OBJECT.key(),
                MAIN_MENU.key(),
                GOODBYE.key());
        assertThat(asha.entered()).isEmpty();
    }

    @Test
    void eachReasonHasItsOwnWords() {
        assertThat(heardFor(Reason.SEXUAL)).contains(BANNED_SEXUAL.key());
        assertThat(heardFor(Reason.THREATS)).contains(BANNED_THREATS.key());
        assertThat(heardFor(Reason.MISUSE)).contains(BANNED_MISUSE.key());
    }

    private java.util.List<String> heardFor(Reason reason) {
        house.bans.ban(House.ASHAS_PHONE, reason, Duration.ofDays(90));
        ScriptedCaller asha = whoPresses("1", "#");
        asha.calls(house.callerFlow);
        return asha.heard();
    }

    @Test
    void theLastHoursOfABanAreOneDay() {
        house.bans.ban(House.ASHAS_PHONE, Reason.MISUSE, Duration.ofMinutes(1));
        ScriptedCaller asha = whoPresses("1", "#");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).contains("count.day.one");
    }

    @Test
    void zeroIsHelpInEverySentenceOfAClosedDoor() {
        house.bans.ban(House.ASHAS_PHONE, Reason.THREATS, Duration.ofDays(30));
        for (Prompt sentence : new Prompt[]{BANNED, BANNED_THREATS, BANNED_DAYS_BEFORE, BANNED_DAYS_AFTER,
                BANNED_OBJECT}) {
            assertThat(whoPresses("1").pressing("0", sentence).calls(house.callerFlow)).as(sentence.key())
                    .isEqualTo(HELP);
        }
        house.operation.is(Opening.CLOSED_NOW);
        assertThat(whoPresses("1").pressing("0", GROUP_CLOSED_NOW).calls(house.callerFlow)).isEqualTo(HELP);
    }

    @Test
    void whoIsBannedWhileInTheRoomMeetsItAtTheNextGroup() {
        PeerSession grief = house.sessions.live("grief", np.saathi.prompt.Language.NEPALI, 8, House.DEVI);
        ScriptedCaller asha = whoPresses("1", "1", "#", "1", "#");
        asha.inTheRoom(_ -> {
            house.comesIn(asha, grief);
            house.bans.ban(House.ASHAS_PHONE, Reason.TROUBLED_OTHERS, Duration.ofDays(30));
            return Departure.REMOVED;
        });
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.entered()).hasSize(1);
        assertThat(asha.heard()).contains(BANNED.key());
    }

    @Test
    void anotherPhoneAndTheSameAfterItsTimeAreLetIn() {
        house.bans.ban(House.ASHAS_PHONE, Reason.MISUSE, Duration.ofDays(1));
        ScriptedCaller bikash = whoPresses("2", "2", "1").from("9779841000002").hangsUpInTheRoom();
        bikash.calls(house.callerFlow);
        house.clock.pass(Duration.ofDays(1));
        house.live("family");
        ScriptedCaller asha = whoPresses("1", "1").hangsUpInTheRoom();
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).doesNotContain(BANNED.key());
    }
}
