package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.CALLBACK_LEFT;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD;
import static np.saathi.prompt.Prompt.CHOICES_NONE;
import static np.saathi.prompt.Prompt.CHOICES_WAITING;
import static np.saathi.prompt.Prompt.GROUP_LIST_KEYS;
import static np.saathi.prompt.Prompt.GROUP_NEXT;
import static np.saathi.prompt.Prompt.GROUP_NONE;
import static np.saathi.prompt.Prompt.GROUP_NOOTHER;
import static np.saathi.prompt.Prompt.GROUP_UNPLANNED;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_INTRO;
import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.ROOM_ENDED_LOST;
import static np.saathi.prompt.Prompt.ROOM_FULL;
import static np.saathi.prompt.Prompt.ROOM_NOHOST;
import static np.saathi.prompt.Prompt.ROOM_OPEN;
import static np.saathi.prompt.Prompt.WAITING_LONG;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.prompt.Prompt;
import np.saathi.session.Outcome;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;

/** No dead end: where a group can't be had now, or is waited for, there is always something else. */
class OtherChoicesTests {
    private final House house = new House();

    @BeforeEach
    void ashaIsKnown() {
        house.ashaIsKnown();
    }

    @Test
    void whenNoneIsOpenTheNextIsToldWithItsTime() {
        house.sessions.coming("family", ENGLISH, Duration.ofHours(1), DEVI);
        house.sessions.coming("grief", NEPALI, Duration.ofDays(3), DEVI);
        house.sessions.coming("stress", NEPALI, Duration.ofDays(2), DEVI);
        ScriptedCaller asha = whoPresses("1", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(GROUP_NONE.key(), GROUP_NEXT.key(), "category.stress",
                CHOICES_NONE.key(), MAIN_MENU.key()).doesNotContain("category.grief", "category.family");
        assertThat(asha.heard()).anyMatch(key -> key.startsWith("clock."));
    }

    @Test
    void whoWaitsAndHearsTheChoicesKeepsTheSeatAndWaitsOnByStar() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "*", "#", "#");
        house.stays(asha, stress, Departure.TURNED_BACK);
        house.stays(asha, stress, Departure.LEFT);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(CHOICES_WAITING, MAIN_MENU));
        assertThat(asha.entered()).hasSize(2);
        assertThat(house.sessions.participationsOf(asha.id())).singleElement().extracting(Participant::outcome)
                .isEqualTo(Optional.of(Outcome.LEFT));
    }

    @Test
    void silenceAtTheChoicesWaitsOn() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "", "", "", "#");
        house.stays(asha, stress, Departure.TURNED_BACK);
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.entered()).hasSize(2);
    }

    @Test
    void whoWaitsMayGoToAnotherGroupInstead() {
        PeerSession stress = house.waiting("stress");
        PeerSession grief = house.live("grief");
        house.callers.chose(house.callers.of(House.ASHAS_PHONE), "stress");
        ScriptedCaller asha = whoPresses("1", "1", "1", "4", "2", "#");
        house.stays(asha, stress, Departure.TURNED_BACK);
        house.stays(asha, grief, Departure.LEFT);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(GROUP_LIST_KEYS.key(), CHOICES_WAITING.key(), "category.grief",
                ROOM_OPEN.key(), RATING.key());
        assertThat(house.sessions.participationsOf(asha.id())).extracting(Participant::sessionId)
                .containsExactly(stress.id(), grief.id());
    }

    @Test
    void whenThereIsNoOtherGroupTheNextIsToldAndTheChoicesAgain() {
        PeerSession stress = house.waiting("stress");
        house.sessions.coming("grief", NEPALI, Duration.ofDays(2), DEVI);
        ScriptedCaller asha = whoPresses("1", "1", "#", "#");
        house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(CHOICES_WAITING.key(), GROUP_NOOTHER.key(), GROUP_NEXT.key(),
                "category.grief", CHOICES_WAITING.key());
    }

    @Test
    void whoWaitsMayLeaveAMessageAndThenWaitOn() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "3", "*", "*", "#");
        house.stays(asha, stress, Departure.TURNED_BACK);
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(keys(CHOICES_WAITING, MESSAGE_INTRO, CHOICES_WAITING));
        assertThat(asha.entered()).hasSize(2);
    }

    @Test
    void whoIsNotRememberedIsNotLedToAMessageThatNobodyCouldAnswer() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller chandra = whoPresses("1", "2", "1", "3", "*", "#", "#").from("9779841000003").named("chandra");
        house.stays(chandra, stress, Departure.TURNED_BACK);
        house.stays(chandra, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(chandra.heard()).containsSubsequence(
                keys(Prompt.CHOICES_WAITING_UNKNOWN, Prompt.CHOICES_WAITING_UNKNOWN_AGAIN, MAIN_MENU))
                .doesNotContain(Prompt.MESSAGE_UNKNOWN.key(), CHOICES_WAITING.key());
        assertThat(chandra.entered()).as("star waited on").hasSize(2);
    }

    @Test
    void whoIsNotRememberedMayBeRungUnlessTheirNumberIsHidden() {
        PeerSession next = house.sessions.coming("stress", NEPALI, Duration.ofDays(2), DEVI);
        ScriptedCaller chandra = whoPresses("1", "2", "1", "2", "1", "#").from("9779841000003").named("chandra");
        chandra.calls(house.callerFlow);
        assertThat(house.callbacks.wishes()).singleElement().asString().startsWith(next.id() + " ");
        ScriptedCaller hidden = whoPresses("1", "1", "1", "#").withheld().named("hidden");
        hidden.calls(house.callerFlow);
        assertThat(hidden.heard()).containsSubsequence(keys(GROUP_NONE, GROUP_NEXT, MAIN_MENU))
                .doesNotContain(CHOICES_NONE.key(), Prompt.CHOICES_NONE_UNKNOWN.key());
    }

    @Test
    void whoHidesTheirNumberIsOfferedAnotherGroupOnly() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller hidden = whoPresses("1", "1", "1", "2", "*", "#", "#").withheld().named("hidden");
        house.stays(hidden, stress, Departure.TURNED_BACK);
        house.stays(hidden, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(hidden.heard()).containsSubsequence(
                keys(Prompt.CHOICES_WAITING_WITHHELD, Prompt.CHOICES_WAITING_WITHHELD_AGAIN, MAIN_MENU))
                .doesNotContain(Prompt.CALLBACK_WITHHELD.key());
        assertThat(hidden.entered()).hasSize(2);
    }

    @Test
    void aGroupThatBeganMeanwhileIsEnteredByStar() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "*", "5", "2", "#").whenHearing(CHOICES_WAITING,
                () -> house.sessions.hostComes(stress, DEVI));
        house.stays(asha, stress, Departure.TURNED_BACK);
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).contains(RATING.key());
    }

    @Test
    void aGroupThatWasCancelledMeanwhileIsToldSo() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "*", "#", "#").whenHearing(CHOICES_WAITING,
                () -> house.sessions.sessions().cancelNoHost(stress.id()));
        house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(keys(CHOICES_WAITING, ROOM_NOHOST, CHOICES_INSTEAD, MAIN_MENU));
    }

    @Test
    void whoWaitsMayAskToBeRungWhenThisGroupStartsAndGivesUpTheSeat() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "2", "1", "#");
        assertThat(house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(house.callbacks.wishes()).singleElement().asString().startsWith(stress.id() + " ");
        assertThat(house.sessions.participationsOf(asha.id())).singleElement().extracting(Participant::outcome)
                .isEqualTo(Optional.of(Outcome.LEFT));
    }

    @Test
    void whoDoesNotWantToBeRungAfterAllHearsTheChoicesAgain() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "2", "*", "#", "#");
        house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(keys(CHOICES_WAITING, CALLBACK_LEFT, CHOICES_WAITING));
        assertThat(house.callbacks.wishes()).isEmpty();
    }

    @Test
    void whenNoneIsOpenTheCallbackIsForTheNext() {
        PeerSession next = house.sessions.coming("stress", NEPALI, Duration.ofDays(2), DEVI);
        whoPresses("1", "2", "1", "#").calls(house.callerFlow);
        assertThat(house.callbacks.wishes()).singleElement().asString().startsWith(next.id() + " ");
    }

    @Test
    void whenNothingIsPlannedACallbackIsNotPromised() {
        house.live("stress");
        ScriptedCaller asha = whoPresses("1", "2", "#", "#").leavesTheRoomBy(Departure.REFUSED);
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(keys(CHOICES_INSTEAD, GROUP_UNPLANNED, CHOICES_INSTEAD));
        assertThat(house.callbacks.wishes()).isEmpty();
    }

    @Test
    void zeroAtTheChoicesKeepsTheSeat() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "0");
        assertThat(house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(house.sessions.participationsOf(asha.id())).singleElement().matches(Participant::isOpen);
        asha.backFromCrisis().thenPresses("#", "#");
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.entered()).hasSize(2);
    }

    @Test
    void hangingUpAtTheChoicesIsJustThat() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", ScriptedCaller.HANGS_UP);
        assertThat(house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow)).isEqualTo(HUNG_UP);
    }

    @Test
    void aFullGroupLeadsToAnother() {
        PeerSession full = house.sessions.live("stress", NEPALI, 1, DEVI);
        assertThat(house.sessions.sessions().takeSeat(full.id(), np.saathi.caller.Caller.unknown(NEPALI),
                new np.saathi.telephony.CallId("bikash"), NEPALI)).isPresent();
        PeerSession grief = house.live("grief");
        house.callers.chose(house.callers.of(House.ASHAS_PHONE), "stress");
        ScriptedCaller asha = whoPresses("1", "1", "1", "4", "2", "#");
        assertThat(house.stays(asha, grief, Departure.LEFT).calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(ROOM_FULL.key(), CHOICES_INSTEAD.key(), "category.grief",
                RATING.key());
    }

    @Test
    void aLostHostIsToldAsWhatItWasAndTheChoicesFollowTheRating() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "4", "2", "*", "#");
        asha.inTheRoom(_ -> {
            house.comesIn(asha, stress);
            house.sessions.hostIsLost(stress);
            house.sessions.endForLostHost(stress);
            return Departure.ENDED;
        });
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(ROOM_ENDED_LOST, RATING, CHOICES_INSTEAD, MAIN_MENU));
    }

    @Test
    void whoHasWaitedTooLongIsToldSoAndHasChoices() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "*", "#");
        asha.inTheRoom(_ -> {
            house.comesIn(asha, stress);
            house.sessions.timeIsUp(asha.id());
            return Departure.TIME_UP;
        });
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(WAITING_LONG, CHOICES_INSTEAD, MAIN_MENU))
                .doesNotContain(RATING.key());
    }
}
