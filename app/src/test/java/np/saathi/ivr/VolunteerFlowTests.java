package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.ivr.House.DEVIS_ID;
import static np.saathi.ivr.House.DEVIS_PIN;
import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.HOST_ALREADY;
import static np.saathi.prompt.Prompt.HOST_BEGUN;
import static np.saathi.prompt.Prompt.HOST_COACHED;
import static np.saathi.prompt.Prompt.HOST_CODE;
import static np.saathi.prompt.Prompt.HOST_CODE_WRONG;
import static np.saathi.prompt.Prompt.HOST_ENDED;
import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.prompt.Prompt.HOST_HELD_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ID;
import static np.saathi.prompt.Prompt.HOST_ID_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ID_SHORT;
import static np.saathi.prompt.Prompt.HOST_LISTEN;
import static np.saathi.prompt.Prompt.HOST_MENU;
import static np.saathi.prompt.Prompt.HOST_MENU_AGAIN;
import static np.saathi.prompt.Prompt.HOST_MENU_SHORT;
import static np.saathi.prompt.Prompt.HOST_MOVED;
import static np.saathi.prompt.Prompt.HOST_NEXT;
import static np.saathi.prompt.Prompt.HOST_NOSESSION;
import static np.saathi.prompt.Prompt.HOST_PENDING;
import static np.saathi.prompt.Prompt.HOST_PIN;
import static np.saathi.prompt.Prompt.HOST_PIN_MUST;
import static np.saathi.prompt.Prompt.HOST_PIN_NEW;
import static np.saathi.prompt.Prompt.HOST_PIN_OWN;
import static np.saathi.prompt.Prompt.HOST_PIN_SET;
import static np.saathi.prompt.Prompt.PIN_EASY;
import static np.saathi.prompt.Prompt.PIN_KEPT;
import static np.saathi.prompt.Prompt.PIN_TWICE;
import static np.saathi.prompt.Prompt.HOST_SUSPENDED;
import static np.saathi.prompt.Prompt.HOST_WAIT;
import static np.saathi.prompt.Prompt.HOST_WRONG;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.prompt.Spoken;
import np.saathi.session.Outcome;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionEvent;
import np.saathi.session.SessionState;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Seat;
import np.saathi.telephony.Step;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.volunteer.Training;

/** A volunteer's call: id and PIN, my session, begin, end. */
class VolunteerFlowTests {
    private static final String DEVIS_PHONE = "9779841000002";
    private final House house = new House();

    private static final String[] SIGNS_IN = {DEVIS_ID, DEVIS_PIN + "#"};

    private static ScriptedCaller devi(String... then) {
        return whoPresses(SIGNS_IN).thenPresses(then);
    }

    @Test
    void idAndPinOpenTheMenu() {
        ScriptedCaller devi = devi("#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).isEqualTo(keys(HOST_ID, HOST_PIN, HOST_MENU, HOST_GOODBYE));
        assertThat(devi.entered()).isEmpty();
    }

    @Test
    void fromTheOwnPhoneThePinIsEnough() {
        house.volunteers.owns(DEVI, DEVIS_PHONE);
        ScriptedCaller devi = whoPresses(DEVIS_PIN + "#", "#").from(DEVIS_PHONE);
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).isEqualTo(keys(HOST_PIN_OWN, HOST_MENU, HOST_GOODBYE));
    }

    @Test
    void starOnTheOwnPhoneAsksForAnotherId() {
        house.volunteers.certified("111222", "9999", NEPALI);
        house.volunteers.owns(DEVI, DEVIS_PHONE);
        ScriptedCaller guest = whoPresses("*", "111222", "9999#", "#").from(DEVIS_PHONE);
        assertThat(guest.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(guest.heard()).isEqualTo(keys(HOST_PIN_OWN, HOST_ID, HOST_PIN, HOST_MENU, HOST_GOODBYE));
    }

    @Test
    void afterFiveWrongPinsTheOwnPhoneNeedsAHostCodeFromTheWeb() {
        house.volunteers.owns(DEVI, DEVIS_PHONE);
        for (int call = 0; call < 2; call++) {
            whoPresses("1111#", "1112#", "1113#").from(DEVIS_PHONE).calls(house.volunteerFlow);
        }
        ScriptedCaller forger = whoPresses(DEVIS_PIN + "#", "739164", DEVIS_PIN + "#", "*").from(DEVIS_PHONE);
        forger.calls(house.volunteerFlow);
        assertThat(forger.heard()).isEqualTo(
                keys(HOST_PIN_OWN, HOST_CODE, HOST_CODE_WRONG, HOST_PIN_OWN, HOST_CODE, HOST_GOODBYE));
        house.volunteers.hostCode(DEVI, "482917");
        ScriptedCaller devi = whoPresses(DEVIS_PIN + "#", "482917", "#").from(DEVIS_PHONE);
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).isEqualTo(keys(HOST_PIN_OWN, HOST_CODE, HOST_MENU, HOST_GOODBYE));
    }

    @Test
    void aPinThatIsTooEasyByNowOpensNothingButTheChoiceOfANewOne() {
        house.volunteers.owns(DEVI, DEVIS_PHONE);
        house.volunteers.newPinDue(DEVI);
        ScriptedCaller undecided = whoPresses(DEVIS_PIN + "#", "*").from(DEVIS_PHONE);
        undecided.calls(house.volunteerFlow);
        assertThat(undecided.heard())
                .isEqualTo(keys(HOST_PIN_OWN, HOST_PIN_MUST, HOST_PIN_NEW, PIN_KEPT, HOST_GOODBYE));
        ScriptedCaller devi = whoPresses(DEVIS_PIN + "#", "112233#", "739164#", "739164#", "#").from(DEVIS_PHONE);
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).isEqualTo(keys(HOST_PIN_OWN, HOST_PIN_MUST, HOST_PIN_NEW, PIN_EASY, HOST_PIN_NEW,
                PIN_TWICE, HOST_PIN_SET, HOST_MENU, HOST_GOODBYE));
        assertThat(house.volunteers.pinOf(DEVI)).isEqualTo(new Pin("739164"));
    }

    @Test
    void wrongPinIsToldAndAskedAgain() {
        ScriptedCaller devi = whoPresses(DEVIS_ID, "1111#", DEVIS_ID, DEVIS_PIN + "#", "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).isEqualTo(keys(HOST_ID, HOST_PIN, HOST_WRONG, HOST_ID, HOST_PIN, HOST_MENU,
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
        ScriptedCaller devi = devi();
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(HOST_MENU.key());
    }

    @Test
    void whoWaitsForApprovalOrIsSuspendedIsToldSoOnceThePinWasRight() {
        house.volunteers.pending("111222", "9999");
        ScriptedCaller hopeful = whoPresses("111222", "9999#");
        assertThat(hopeful.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(hopeful.heard()).endsWith(HOST_PENDING.key(), HOST_GOODBYE.key());
        house.volunteers.suspend(DEVI);
        ScriptedCaller devi = devi();
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).endsWith(HOST_SUSPENDED.key(), HOST_GOODBYE.key());
        ScriptedCaller stranger = whoPresses(DEVIS_ID, "1111#");
        stranger.calls(house.volunteerFlow);
        assertThat(stranger.heard()).doesNotContain(HOST_SUSPENDED.key());
    }

    @Test
    void silenceAtTheIdEndsTheCall() {
        ScriptedCaller devi = whoPresses();
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).isEqualTo(keys(HOST_ID, HOST_ID_AGAIN, HOST_ID_SHORT, HOST_GOODBYE));
    }

    @Test
    void silenceAtTheMenuEndsTheCall() {
        house.waiting("stress");
        ScriptedCaller devi = devi();
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).endsWith(keys(HOST_MENU, HOST_MENU_AGAIN, HOST_MENU_SHORT, HOST_GOODBYE)
                .toArray(String[]::new));
        assertThat(devi.entered()).isEmpty();
    }

    @Test
    void zeroInTheIdAndInThePinAndInTheMenuIsHelp() {
        assertThat(whoPresses("0").calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(whoPresses("7650").calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(whoPresses(DEVIS_ID, "240").calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(devi("0").calls(house.volunteerFlow)).isEqualTo(HELP);
    }

    @Test
    void noSessionIsToldAndTheMenuFollows() {
        ScriptedCaller devi = devi("1", "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).endsWith(keys(HOST_MENU, HOST_NOSESSION, HOST_MENU, HOST_GOODBYE)
                .toArray(String[]::new));
    }

    @Test
    void withNoSessionNowTheNextOneIsTold() {
        PeerSession grief = house.sessions.plannedIn(Duration.ofHours(30), "grief", NEPALI, DEVI);
        house.sessions.plannedIn(Duration.ofHours(60), "stress", NEPALI, DEVI);
        ScriptedCaller devi = devi("1", "#");
        devi.calls(house.volunteerFlow);
        List<String> told = new ArrayList<>(keys(HOST_NOSESSION, HOST_NEXT));
        told.addAll(Spoken.moment(grief.startsAt(), house.clock.instant()).keys());
        told.add("category.grief");
        assertThat(devi.heard()).containsSequence(told).doesNotContain("category.stress");
    }

    @Test
    void sessionOfAnotherIsNotOffered() {
        house.sessions.waiting("grief", NEPALI, 8, house.volunteers.certified("111222", "9999", NEPALI).account());
        ScriptedCaller devi = devi("1", "#");
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
        assertThat(devi("#").calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(stress.state()).isEqualTo(SessionState.WAITING);
    }

    @Test
    void keyOneBeginsAndTheSessionIsLiveOnceTheHostIsIn() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller devi = devi("1", "#", "#");
        devi.inTheRoom(_ -> {
            assertThat(stress.state()).isEqualTo(SessionState.WAITING);
            house.comesIn(devi, stress);
            assertThat(stress.state()).isEqualTo(SessionState.LIVE);
            house.sessions.sessions().end(stress.id());
            return Departure.ENDED;
        });
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.entered()).containsExactly(new Seat(stress.room(), Seat.Role.HOST, 10, false));
        assertThat(devi.heard()).containsSubsequence("category.stress", HOST_BEGUN.key(), HOST_ENDED.key(),
                HOST_GOODBYE.key());
        assertThat(stress.state()).isEqualTo(SessionState.ENDED);
    }

    @Test
    void hostOpensASessionThatNobodyHasOpened() {
        PeerSession stress = house.sessions.planned("stress", NEPALI, 8, DEVI);
        house.stays(devi("1"), stress, Departure.ENDED).calls(house.volunteerFlow);
        assertThat(stress.liveSince()).isPresent();
    }

    @Test
    void returningHostResumesAHeldSession() {
        PeerSession stress = house.live("stress");
        house.sessions.hostIsLost(stress);
        assertThat(stress.state()).isEqualTo(SessionState.HELD);
        ScriptedCaller devi = devi("1");
        devi.inTheRoom(_ -> {
            house.comesIn(devi, stress);
            assertThat(stress.state()).isEqualTo(SessionState.LIVE);
            return Departure.ENDED;
        }).calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(HOST_HELD_AGAIN.key()).doesNotContain(HOST_BEGUN.key());
    }

    @Test
    void aSecondCallMovesTheHostAndNobodyIsHeldMeanwhile() {
        PeerSession stress = house.live("stress");
        ScriptedCaller devi = devi("1", "1", "#").named("second");
        devi.inTheRoom(_ -> {
            assertThat(stress.state()).isEqualTo(SessionState.LIVE);
            house.comesIn(devi, stress);
            assertThat(stress.state()).isEqualTo(SessionState.LIVE);
            return Departure.ENDED;
        });
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).contains(HOST_ALREADY.key(), HOST_BEGUN.key());
        assertThat(house.sessions.participationsOf(new CallId("host-of-" + stress.id()))).singleElement()
                .extracting(first -> first.outcome().orElseThrow()).isEqualTo(Outcome.ELSEWHERE);
        assertThat(house.sessions.told(SessionEvent.MovedToAnotherPhone.class)).singleElement()
                .extracting(moved -> moved.call().value()).isEqualTo("host-of-" + stress.id());
        assertThat(house.sessions.told(SessionEvent.SessionHeld.class)).isEmpty();
    }

    @Test
    void aSecondCallThatIsNotToMoveLeavesTheFirstAlone() {
        PeerSession stress = house.live("stress");
        ScriptedCaller devi = devi("1", "*", "#").named("second");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.entered()).isEmpty();
        assertThat(house.sessions.told(SessionEvent.MovedToAnotherPhone.class)).isEmpty();
        assertThat(stress.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void theFirstCallIsToldThatItGoesOnElsewhereAndEnds() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller devi = devi("1");
        assertThat(house.stays(devi, stress, Departure.ELSEWHERE).calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).endsWith(HOST_MOVED.key(), HOST_GOODBYE.key());
    }

    @Test
    void ofTwoCallsAtOnceTheLastOneInHostsAndTheOtherIsTakenOut() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller first = devi("1").named("first");
        ScriptedCaller second = devi("1", "1").named("second");
        first.inTheRoom(_ -> {
            second.inTheRoom(_ -> {
                house.comesIn(second, stress);
                house.comesIn(first, stress); // it was on its way in all the time
                assertThat(stress.state()).isEqualTo(SessionState.LIVE);
                return Departure.ENDED;
            });
            second.calls(house.volunteerFlow);
            return Departure.ELSEWHERE;
        });
        assertThat(first.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(house.sessions.told(SessionEvent.MovedToAnotherPhone.class)).singleElement()
                .extracting(SessionEvent.MovedToAnotherPhone::call).isEqualTo(first.id());
        assertThat(house.sessions.sessions().seated(stress.id())).isEmpty();
    }

    @Test
    void aTraineeListensMutedAndOpensNothing() {
        AccountId tara = house.volunteers.trained(Training.TRAINEE, "111222", "9999", NEPALI).account();
        PeerSession stress = house.sessions.waiting("stress", NEPALI, 8, DEVI, tara);
        ScriptedCaller listener = whoPresses("111222", "9999#", "1");
        listener.inTheRoom(_ -> {
            house.comesIn(listener, stress);
            assertThat(stress.state()).isEqualTo(SessionState.WAITING);
            return Departure.LEFT;
        }).calls(house.volunteerFlow);
        assertThat(listener.entered()).containsExactly(new Seat(stress.room(), Seat.Role.LISTENER, 11, true));
        assertThat(listener.heard()).contains(HOST_LISTEN.key());
    }

    @Test
    void aCoachedVolunteerAloneOpensNothingAndIsThereWhenACertifiedOneComes() {
        AccountId chitra = house.volunteers.trained(Training.COACHED, "111222", "9999", NEPALI).account();
        PeerSession stress = house.sessions.waiting("stress", NEPALI, 8, DEVI, chitra);
        ScriptedCaller coached = whoPresses("111222", "9999#", "1");
        coached.inTheRoom(_ -> {
            house.comesIn(coached, stress);
            assertThat(stress.state()).isEqualTo(SessionState.WAITING);
            CallId devi = house.sessions.hostComes(stress, DEVI);
            assertThat(stress.state()).isEqualTo(SessionState.LIVE);
            house.sessions.exchangeTells(new TelephonyEvent.HungUp(devi, house.clock.instant()));
            assertThat(stress.state()).isEqualTo(SessionState.HELD);
            return Departure.ENDED;
        }).calls(house.volunteerFlow);
        assertThat(coached.entered()).singleElement().extracting(Seat::role).isEqualTo(Seat.Role.COACHED);
        assertThat(coached.heard()).contains(HOST_COACHED.key());
    }

    @Test
    void hostWhoseCallWasLostByTheAppIsBackInTheRoomUnasked() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller before = devi("1");
        before.inTheRoom(_ -> {
            house.comesIn(before, stress);
            before.hangsUp();
            return Departure.LEFT;
        });
        assertThat(before.calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        ScriptedCaller devi = whoPresses("#").metAt(Step.ROOM);
        house.stays(devi, stress, Departure.ENDED).calls(house.volunteerFlow);
        assertThat(devi.heard()).startsWith(HOST_ENDED.key()).doesNotContain(HOST_ID.key());
        assertThat(devi.entered()).singleElement().extracting(Seat::role).isEqualTo(Seat.Role.HOST);
    }

    @Test
    void hostWhoAskedForHelpKeepsTheRoomAndComesBack() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller devi = devi("1");
        assertThat(house.stays(devi, stress, Departure.CRISIS).calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(house.sessions.participationsOf(devi.id()).getFirst().outcome()).isEmpty();
        devi.backFromCrisis();
        assertThat(house.stays(devi, stress, Departure.ENDED).calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.entered()).hasSize(2);
        assertThat(house.sessions.participationsOf(devi.id())).singleElement()
                .extracting(participant -> participant.outcome().orElseThrow()).isEqualTo(Outcome.ENDED);
    }

    @Test
    void whoComesBackFromTheCrisisPathIsInTheMenuWithoutSigningInAgain() {
        ScriptedCaller devi = devi("0");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(HELP);
        devi.forgetsWhatWasHeard();
        assertThat(devi.backFromCrisis().thenPresses("#").calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).isEqualTo(keys(HOST_MENU, HOST_GOODBYE));
    }

    @Test
    void aCallLostBeforeAnybodySignedInAsksForTheId() {
        ScriptedCaller devi = devi("#").metAt(Step.MENU);
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).startsWith(HOST_ID.key());
    }

    @Test
    void hangingUpAnywhereEndsTheCall() {
        house.waiting("stress");
        assertThat(whoPresses(HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(whoPresses("7654" + HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(whoPresses(DEVIS_ID, "24" + HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(devi(HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
    }
}
