package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.ivr.House.DEVIS_ID;
import static np.saathi.ivr.House.DEVIS_PIN;
import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.HOST_BEGIN;
import static np.saathi.prompt.Prompt.HOST_BEGIN_AGAIN;
import static np.saathi.prompt.Prompt.HOST_BEGIN_SHORT;
import static np.saathi.prompt.Prompt.HOST_BEGUN;
import static np.saathi.prompt.Prompt.HOST_ENDED;
import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.prompt.Prompt.HOST_HELD_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ID;
import static np.saathi.prompt.Prompt.HOST_ID_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ID_SHORT;
import static np.saathi.prompt.Prompt.HOST_NOSESSION;
import static np.saathi.prompt.Prompt.HOST_PIN;
import static np.saathi.prompt.Prompt.HOST_WAIT;
import static np.saathi.prompt.Prompt.HOST_WRONG;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import np.saathi.session.Outcome;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Seat;
import np.saathi.telephony.Step;

/** A volunteer's call: id and PIN, my session, begin, end. */
class VolunteerFlowTests {
    private final House house = new House();

    @Test
    void idAndPinOpenTheOwnSession() {
        house.waiting("stress");
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).containsExactly(HOST_ID.key(), HOST_PIN.key(), "category.stress", HOST_BEGIN.key(),
                HOST_GOODBYE.key());
        assertThat(devi.entered()).isEmpty();
    }

    @Test
    void wrongPinIsToldAndAskedAgain() {
        ScriptedCaller devi = whoPresses(DEVIS_ID, "1111#", DEVIS_ID, DEVIS_PIN + "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).isEqualTo(keys(HOST_ID, HOST_PIN, HOST_WRONG, HOST_ID, HOST_PIN, HOST_NOSESSION,
                HOST_GOODBYE));
    }

    @Test
    void unknownIdSoundsAsAWrongPin() {
        ScriptedCaller devi = whoPresses("999999", DEVIS_PIN + "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).startsWith(keys(HOST_ID, HOST_PIN, HOST_WRONG, HOST_ID).toArray(String[]::new));
    }

    @Test
    void threeWrongOnesEndTheCall() {
        ScriptedCaller thief = whoPresses(DEVIS_ID, "1111#", DEVIS_ID, "1112#", DEVIS_ID, "1113#", DEVIS_ID,
                DEVIS_PIN + "#");
        assertThat(thief.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(thief.heard()).filteredOn(HOST_WRONG.key()::equals).hasSize(3);
        assertThat(thief.heard()).endsWith(HOST_WRONG.key(), HOST_GOODBYE.key());
    }

    @Test
    void afterFiveWrongOnesThisPhoneWaitsAndTheOwnersDoesNot() {
        for (int call = 0; call < 2; call++) {
            whoPresses(DEVIS_ID, "1111#", DEVIS_ID, "1112#", DEVIS_ID, "1113#").from("9779841000666")
                    .calls(house.volunteerFlow);
        }
        ScriptedCaller thief = whoPresses(DEVIS_ID, DEVIS_PIN + "#").from("9779841000666");
        thief.calls(house.volunteerFlow);
        assertThat(thief.heard()).isEqualTo(keys(HOST_ID, HOST_PIN, HOST_WAIT, HOST_GOODBYE));
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(HOST_NOSESSION.key());
    }

    @Test
    void silenceAtTheIdEndsTheCall() {
        ScriptedCaller devi = whoPresses();
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).isEqualTo(keys(HOST_ID, HOST_ID_AGAIN, HOST_ID_SHORT, HOST_GOODBYE));
    }

    @Test
    void zeroInTheIdAndInThePinIsHelp() {
        assertThat(whoPresses("0").calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(whoPresses("7650").calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(whoPresses(DEVIS_ID, "240").calls(house.volunteerFlow)).isEqualTo(HELP);
    }

    @Test
    void noSessionIsTold() {
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).endsWith(HOST_NOSESSION.key(), HOST_GOODBYE.key());
    }

    @Test
    void sessionOfAnotherIsNotOffered() {
        house.sessions.waiting("grief", NEPALI, 8, house.volunteers.certified("111222", "9999", NEPALI).account());
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(HOST_NOSESSION.key());
    }

    @Test
    void volunteerIsSpokenToInALanguageTheySpeak() {
        house.volunteers.certified("333444", "9999", ENGLISH);
        ScriptedCaller elina = whoPresses("333444", "9999#");
        elina.calls(house.volunteerFlow);
        assertThat(elina.language()).isEqualTo(ENGLISH);
    }

    @Test
    void nothingIsLiveBeforeKeyOne() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).containsSubsequence(keys(HOST_BEGIN, HOST_BEGIN_AGAIN, HOST_BEGIN_SHORT,
                HOST_GOODBYE));
        assertThat(devi.entered()).isEmpty();
        assertThat(stress.state()).isEqualTo(SessionState.WAITING);
    }

    @Test
    void keyOneBeginsAndTheSessionIsLiveOnceTheHostIsIn() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "1");
        devi.inTheRoom(_ -> {
            assertThat(stress.state()).isEqualTo(SessionState.WAITING);
            house.comesIn(devi, stress);
            assertThat(stress.state()).isEqualTo(SessionState.LIVE);
            house.sessions.sessions().end(stress.id());
            return Departure.ENDED;
        });
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.entered()).containsExactly(new Seat(stress.room(), Seat.Role.HOST, 9, false));
        assertThat(devi.heard()).endsWith(keys(HOST_BEGIN, HOST_BEGUN, HOST_ENDED, HOST_GOODBYE)
                .toArray(String[]::new));
        assertThat(stress.state()).isEqualTo(SessionState.ENDED);
    }

    @Test
    void hostOpensASessionThatNobodyHasOpened() {
        PeerSession stress = house.sessions.planned("stress", NEPALI, 8, DEVI);
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "1");
        house.stays(devi, stress, Departure.ENDED).calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(HOST_BEGUN.key());
        assertThat(stress.liveSince()).isPresent();
    }

    @Test
    void returningHostResumesAHeldSession() {
        PeerSession stress = house.live("stress");
        house.sessions.hostIsLost(stress);
        assertThat(stress.state()).isEqualTo(SessionState.HELD);
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "1");
        devi.inTheRoom(_ -> {
            house.comesIn(devi, stress);
            assertThat(stress.state()).isEqualTo(SessionState.LIVE);
            return Departure.ENDED;
        }).calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(HOST_HELD_AGAIN.key()).doesNotContain(HOST_BEGUN.key());
    }

    @Test
    void hostWhoseCallWasLostByTheAppIsBackInTheRoomUnasked() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller before = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "1");
        before.inTheRoom(_ -> {
            house.comesIn(before, stress);
            before.hangsUp();
            return Departure.LEFT;
        });
        assertThat(before.calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        ScriptedCaller devi = whoPresses().metAt(Step.ROOM);
        house.stays(devi, stress, Departure.ENDED).calls(house.volunteerFlow);
        assertThat(devi.heard()).isEqualTo(keys(HOST_ENDED, HOST_GOODBYE));
        assertThat(devi.entered()).singleElement().extracting(Seat::role).isEqualTo(Seat.Role.HOST);
    }

    @Test
    void hostWhoAskedForHelpKeepsTheRoomAndComesBack() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller devi = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "1");
        assertThat(house.stays(devi, stress, Departure.CRISIS).calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(house.sessions.participationsOf(devi.id()).getFirst().outcome()).isEmpty();
        devi.backFromCrisis();
        assertThat(house.stays(devi, stress, Departure.ENDED).calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.entered()).hasSize(2);
        assertThat(house.sessions.participationsOf(devi.id())).singleElement()
                .extracting(participant -> participant.outcome().orElseThrow()).isEqualTo(Outcome.ENDED);
    }

    @Test
    void hangingUpAnywhereEndsTheCall() {
        house.waiting("stress");
        assertThat(whoPresses(HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(whoPresses("7654" + HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(whoPresses(DEVIS_ID, "24" + HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(whoPresses(DEVIS_ID, DEVIS_PIN + "#", HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
    }
}
