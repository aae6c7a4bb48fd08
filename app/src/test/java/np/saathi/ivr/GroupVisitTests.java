package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD;
import static np.saathi.prompt.Prompt.CHOICES_WAITING;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.GROUP_LIST;
import static np.saathi.prompt.Prompt.GROUP_LIST_KEYS;
import static np.saathi.prompt.Prompt.GROUP_NONE;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.RATING_NOTE;
import static np.saathi.prompt.Prompt.RATING_THANKS;
import static np.saathi.prompt.Prompt.RESUME_INTERRUPTED;
import static np.saathi.prompt.Prompt.ROOM_ENDED;
import static np.saathi.prompt.Prompt.ROOM_FULL;
import static np.saathi.prompt.Prompt.ROOM_NOHOST;
import static np.saathi.prompt.Prompt.ROOM_OPEN;
import static np.saathi.prompt.Prompt.ROOM_REMOVED;
import static np.saathi.prompt.Prompt.ROOM_RULES;
import static np.saathi.prompt.Prompt.WAITING_HOST;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.prompt.Prompt;
import np.saathi.session.Outcome;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionEvent;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Seat;
import np.saathi.telephony.Step;
import np.saathi.telephony.TelephonyEvent;

/** Key 1 of the main menu: which group, waiting, the room, and all ways out of it. */
class GroupVisitTests {
    private final House house = new House();

    @BeforeEach
    void ashaIsKnown() {
        house.ashaIsKnown();
    }

    @Test
    void noGroupIsOpen() {
        ScriptedCaller asha = whoPresses("1", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, GROUP_NONE, MAIN_MENU, GOODBYE));
    }

    @Test
    void onlyGroupsInTheCallersLanguageAreOffered() {
        house.sessions.live("grief", ENGLISH, 8, DEVI);
        ScriptedCaller asha = whoPresses("1", "#");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).contains(GROUP_NONE.key());
    }

    @Test
    void groupThatIsNotOpenYetIsNotOffered() {
        house.sessions.planned("grief", NEPALI, 8, DEVI);
        ScriptedCaller asha = whoPresses("1", "#");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).contains(GROUP_NONE.key());
    }

    @Test
    void straightIntoTheOnlyGroup() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "#", "#");
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(MAIN_MENU.key(), "category.stress", ROOM_RULES.key(),
                ROOM_OPEN.key(), RATING.key()).doesNotContain(GROUP_LIST.key(), WAITING_HOST.key());
        assertThat(asha.entered()).containsExactly(new Seat(stress.room(), Seat.Role.CALLER, 10, false));
    }

    @Test
    void severalGroupsAreListedAndTheUsualComesFirst() {
        house.live("stress");
        house.live("grief");
        PeerSession family = house.live("family");
        house.callers.chose(house.callers.of(House.ASHAS_PHONE), "family");
        ScriptedCaller asha = whoPresses("1", "1", "#", "#");
        house.stays(asha, family, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(GROUP_LIST.key(), "category.family", GROUP_LIST_KEYS.key(),
                "category.family", ROOM_RULES.key());
    }

    @Test
    void theGroupTakenIsTheUsualOneNextTime() {
        house.live("stress");
        PeerSession grief = house.live("grief");
        ScriptedCaller asha = whoPresses("1", "2", "1", "#", "#");
        house.stays(asha, grief, Departure.LEFT).calls(house.callerFlow);
        assertThat(house.callers.of(House.ASHAS_PHONE).lastCategory()).contains("grief");
    }

    @Test
    void starInTheListLeadsBackToTheMenu() {
        house.live("stress");
        house.live("grief");
        ScriptedCaller asha = whoPresses("1", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).endsWith(MAIN_MENU.key(), GOODBYE.key());
        assertThat(asha.entered()).isEmpty();
    }

    @Test
    void fullGroupIsToldAndTheMenuFollows() {
        PeerSession small = house.sessions.live("stress", NEPALI, 1, DEVI);
        takesASeat("bikash", small);
        ScriptedCaller asha = whoPresses("1", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(ROOM_FULL, CHOICES_INSTEAD, MAIN_MENU, GOODBYE));
        assertThat(asha.entered()).isEmpty();
        assertThat(participations(asha)).isEmpty();
    }

    @Test
    void roomThatLetsNobodyInIsToldAsFull() {
        house.live("stress");
        ScriptedCaller asha = whoPresses("1", "*", "#").leavesTheRoomBy(Departure.REFUSED);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(ROOM_FULL, CHOICES_INSTEAD, MAIN_MENU))
                .doesNotContain(RATING.key());
        assertThat(outcome(asha)).contains(Outcome.REFUSED);
    }

    @Test
    void withoutAHostTheCallerIsToldToWait() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "#", "#");
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).contains(WAITING_HOST.key()).doesNotContain(ROOM_OPEN.key());
    }

    @Test
    void starWhileWaitingLeadsToTheOtherChoicesAndHashFromThereToTheMenuWithoutRating() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "#", "#");
        house.stays(asha, stress, Departure.TURNED_BACK).calls(house.callerFlow);
        assertThat(asha.heard()).doesNotContain(RATING.key()).endsWith(CHOICES_WAITING.key(), MAIN_MENU.key(),
                GOODBYE.key());
        assertThat(outcome(asha)).contains(Outcome.LEFT);
    }

    @Test
    void hashDuringTheWordsBeforeTheWaitingLeadsBackAtOnce() {
        house.waiting("stress");
        for (Prompt sentence : new Prompt[]{ROOM_RULES, WAITING_HOST}) {
            ScriptedCaller asha = whoPresses("1", "#").named(sentence.key()).pressing("#", sentence);
            assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
            assertThat(asha.entered()).isEmpty();
            assertThat(asha.heard()).endsWith(MAIN_MENU.key(), GOODBYE.key());
            assertThat(outcome(asha)).contains(Outcome.LEFT);
        }
    }

    @Test
    void keyPressedBeforeTheRoomDoesNotAnswerTheRatingAfterIt() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "5", "2", "#").pressing("1", "category.stress");
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.entered()).hasSize(1);
        assertThat(house.ratings.ratings().values()).containsExactly(5);
    }

    @Test
    void leavingByKeyLeadsToTheRatingAndTheMenu() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "4", "2", "#");
        house.stays(asha, stress, Departure.LEFT);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).endsWith(RATING.key(), RATING_THANKS.key(), RATING_NOTE.key(),
                MAIN_MENU.key(), GOODBYE.key());
        assertThat(asha.reached()).containsExactly(Step.MENU, Step.MENU, Step.ROOM, Step.RATING, Step.MENU);
        assertThat(outcome(asha)).contains(Outcome.LEFT);
        assertThat(house.ratings.ratings()).containsEntry(participations(asha).getFirst().id(), 4);
    }

    @Test
    void endOfTheSessionIsToldAndRated() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "5", "2", "#");
        asha.inTheRoom(_ -> {
            house.comesIn(asha, stress);
            house.sessions.sessions().end(stress.id());
            return Departure.ENDED;
        }).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(keys(ROOM_ENDED, RATING, RATING_THANKS, RATING_NOTE, MAIN_MENU));
        assertThat(outcome(asha)).contains(Outcome.ENDED);
    }

    @Test
    void removedCallerIsToldAndMayRate() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "2", "", "#");
        house.stays(asha, stress, Departure.REMOVED).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(keys(ROOM_REMOVED, RATING));
        assertThat(outcome(asha)).contains(Outcome.REMOVED);
        assertThat(house.ratings.ratings()).containsValue(2);
    }

    @Test
    void sessionWithoutAHostIsToldAndNotRated() {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller asha = whoPresses("1", "#", "#");
        asha.inTheRoom(_ -> {
            house.comesIn(asha, stress);
            house.sessions.sessions().cancelNoHost(stress.id());
            return Departure.CANCELLED;
        }).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(keys(ROOM_NOHOST, CHOICES_INSTEAD, MAIN_MENU))
                .doesNotContain(RATING.key());
        assertThat(outcome(asha)).contains(Outcome.CANCELLED);
    }

    @Test
    void hangingUpInTheRoomIsDroppedAsTheExchangeTells() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1");
        asha.inTheRoom(_ -> {
            house.comesIn(asha, stress);
            house.sessions.exchangeTells(new TelephonyEvent.HungUp(asha.id(), house.clock.instant()));
            asha.hangsUp();
            return Departure.LEFT;
        });
        assertThat(asha.calls(house.callerFlow)).isEqualTo(HUNG_UP);
        assertThat(outcome(asha)).contains(Outcome.DROPPED);
    }

    @Test
    void zeroInTheRoomKeepsTheSeatAndTellsTheHost() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1");
        house.stays(asha, stress, Departure.CRISIS);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(outcome(asha)).isEmpty();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(house.sessions
                .told(SessionEvent.HelpAsked.class)).singleElement().extracting(SessionEvent.HelpAsked::seat)
                .isEqualTo(1));
    }

    @Test
    void zeroInTheWordsBeforeTheRoomKeepsTheSeatAndStarLeadsIntoTheRoom() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1").pressing("0", ROOM_RULES);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(asha.entered()).isEmpty();
        assertThat(outcome(asha)).isEmpty();
        asha.backFromCrisis().thenPresses("#", "#").forgetsWhatWasHeard();
        assertThat(house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(RATING, MAIN_MENU, GOODBYE));
        assertThat(participations(asha)).singleElement().extracting(Participant::seat).isEqualTo(1);
    }

    @Test
    void backFromTheCrisisPathIsBackInTheSameSeat() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1");
        house.stays(asha, stress, Departure.CRISIS).calls(house.callerFlow);
        asha.backFromCrisis().thenPresses("#", "#").forgetsWhatWasHeard();
        assertThat(house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(RATING, MAIN_MENU, GOODBYE));
        assertThat(asha.entered()).hasSize(2).containsOnly(new Seat(stress.room(), Seat.Role.CALLER, 10, false));
        assertThat(participations(asha)).singleElement().extracting(Participant::seat).isEqualTo(1);
    }

    @Test
    void zeroInTheRatingComesBackToTheRating() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "0");
        house.stays(asha, stress, Departure.LEFT);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(HELP);
        asha.backFromCrisis().thenPresses("3", "2", "#").forgetsWhatWasHeard();
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(RATING, RATING_THANKS, RATING_NOTE, MAIN_MENU, GOODBYE));
    }

    @Test
    void sessionThatEndedDuringTheCrisisPathIsToldAndRated() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1");
        house.stays(asha, stress, Departure.CRISIS).calls(house.callerFlow);
        house.sessions.sessions().end(stress.id());
        asha.backFromCrisis().thenPresses("5", "2", "#").forgetsWhatWasHeard();
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(ROOM_ENDED, RATING, RATING_THANKS, RATING_NOTE, MAIN_MENU, GOODBYE));
        assertThat(asha.entered()).hasSize(1);
    }

    @Test
    void callLostInTheRoomGoesBackIntoIt() {
        PeerSession stress = house.live("stress");
        losesTheAppInTheRoom(stress);
        ScriptedCaller asha = whoPresses("#", "#").metAt(Step.ROOM);
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).isEqualTo(keys(RESUME_INTERRUPTED, RATING, MAIN_MENU, GOODBYE));
        assertThat(asha.entered()).hasSize(1);
    }

    @Test
    void rulesAreToldAtTheFirstEntryOnlyAndThenTwoKeysAndFourSentencesLeadIn() {
        PeerSession stress = house.live("stress");
        ScriptedCaller first = whoPresses("1", "#", "#").named("first");
        house.stays(first, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(first.heard()).contains(ROOM_RULES.key());
        ScriptedCaller again = whoPresses().named("again").pressing("1", MAIN_MENU).thenPresses("#", "#");
        house.stays(again, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(again.heard()).startsWith(GREETING.key(), MAIN_MENU.key(), "category.stress", ROOM_OPEN.key())
                .doesNotContain(ROOM_RULES.key());
    }

    @Test
    void whoRemovesIsToldHowToObject() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "#", "#");
        house.stays(asha, stress, Departure.REMOVED).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(keys(ROOM_REMOVED, Prompt.BANNED_OBJECT, RATING, MAIN_MENU));
    }

    @Test
    void callThatLeftItsRoomWithoutUsGoesOnWithTheRating() {
        PeerSession stress = house.live("stress");
        losesTheAppInTheRoom(stress);
        ScriptedCaller asha = whoPresses("4", "2", "#").metAt(Step.ROOM).leftBehind(Departure.LEFT);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard())
                .isEqualTo(keys(RESUME_INTERRUPTED, RATING, RATING_THANKS, RATING_NOTE, MAIN_MENU, GOODBYE));
        assertThat(asha.entered()).isEmpty();
        assertThat(outcome(asha)).contains(Outcome.LEFT);
        assertThat(house.ratings.ratings()).containsValue(4);
    }

    @Test
    void callThatWasTakenOutWithoutUsIsToldWhy() {
        PeerSession stress = house.live("stress");
        losesTheAppInTheRoom(stress);
        house.sessions.sessions().end(stress.id());
        ScriptedCaller asha = whoPresses("#", "#").metAt(Step.ROOM).leftBehind(Departure.ENDED);
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).isEqualTo(keys(RESUME_INTERRUPTED, ROOM_ENDED, RATING, MAIN_MENU, GOODBYE));
    }

    @Test
    void callWhoseSeatWasGivenUpBeforeItWasLostIsNotLedBackIn() {
        PeerSession stress = house.live("stress");
        ScriptedCaller first = whoPresses("1");
        house.stays(first, stress, Departure.LEFT);
        first.inTheRoom(_ -> Departure.LEFT).thenPresses(ScriptedCaller.HANGS_UP).calls(house.callerFlow);
        assertThat(outcome(first)).contains(Outcome.LEFT);
        ScriptedCaller asha = whoPresses("4", "2", "#").metAt(Step.ROOM);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.entered()).isEmpty();
        assertThat(house.ratings.ratings()).containsValue(4);
    }

    @Test
    void mutedCallerComesBackMuted() {
        PeerSession stress = house.live("stress");
        losesTheAppInTheRoom(stress);
        ScriptedCaller asha = whoPresses("#", "#").metAt(Step.ROOM);
        house.sessions.sessions().muted(asha.id(), true);
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.entered()).singleElement().extracting(Seat::muted).isEqualTo(true);
    }

    @Test
    void secondGroupInTheSameCallIsASeatOfItsOwn() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "3", "2", "1", "4", "2", "#");
        house.stays(asha, stress, Departure.LEFT);
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(participations(asha)).hasSize(2);
        assertThat(house.ratings.ratings().values()).containsExactlyInAnyOrder(3, 4);
    }

    /** Asha's call, up to the moment in which the app is gone while she is in the room. */
    private void losesTheAppInTheRoom(PeerSession session) {
        ScriptedCaller asha = whoPresses("1");
        asha.inTheRoom(_ -> {
            house.comesIn(asha, session);
            asha.hangsUp();
            return Departure.LEFT;
        }).calls(house.callerFlow);
    }

    @Test
    void aTalkOfTwoLeadsThroughARoomOfItsOwnAndBackIntoTheSameSeat() {
        PeerSession stress = house.live("stress");
        ScriptedCaller asha = whoPresses("1", "#", "#");
        asha.inTheRoom(_ -> {
            house.comesIn(asha, stress);
            house.sessions.sessions().muted(asha.id(), true);
            house.talks.begin(House.hostOf(stress), 1);
            return Departure.MOVED;
        }).inTheRoom(_ -> {
            house.talks.end(asha.id());
            return Departure.MOVED;
        }).leavesTheRoomBy(Departure.LEFT);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.entered()).hasSize(3);
        assertThat(asha.entered().get(1).room()).isNotEqualTo(stress.room());
        assertThat(asha.entered().get(1).muted()).as("heard by the host").isFalse();
        assertThat(asha.entered().get(2).room()).isEqualTo(stress.room());
        assertThat(asha.entered().get(2).muted()).as("as before").isTrue();
        assertThat(asha.heard()).containsSubsequence("room.talk", "room.back", "rating");
    }

    private void takesASeat(String call, PeerSession session) {
        ScriptedCaller other = whoPresses("1", "1").from("9779841000009").named(call);
        other.thenPresses("1").inTheRoom(_ -> {
            house.comesIn(other, session);
            other.hangsUp();
            return Departure.LEFT;
        }).calls(house.callerFlow);
    }

    private java.util.List<Participant> participations(ScriptedCaller caller) {
        return house.sessions.participationsOf(caller.id());
    }

    private Optional<Outcome> outcome(ScriptedCaller caller) {
        return participations(caller).getFirst().outcome();
    }
}
