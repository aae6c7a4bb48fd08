package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.RATING_AGAIN;
import static np.saathi.prompt.Prompt.MESSAGE_DROPPED;
import static np.saathi.prompt.Prompt.MESSAGE_KEYS;
import static np.saathi.prompt.Prompt.MESSAGE_NOTHING;
import static np.saathi.prompt.Prompt.RATING_LOW;
import static np.saathi.prompt.Prompt.RATING_NOTE;
import static np.saathi.prompt.Prompt.RATING_NOTE_SPEAK;
import static np.saathi.prompt.Prompt.RATING_NOTE_UNSENT;
import static np.saathi.prompt.Prompt.RATING_SHORT;
import static np.saathi.prompt.Prompt.RATING_THANKS;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.caller.Caller;
import np.saathi.session.PeerSession;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** "How much did it help?", 1 to 5. */
class RatingFlowTests {
    private final House house = new House();
    private final RatingFlow rating = house.rating;

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void ratingIsKeptWithThanks(int given) {
        ScriptedCaller asha = whoPresses(Integer.toString(given), "2");
        rating.ask(asha, visitOf(asha));
        assertThat(house.ratings.ratings().values()).containsExactly(given);
        assertThat(asha.heard()).isEqualTo(keys(RATING, RATING_THANKS, RATING_NOTE));
        assertThat(asha.reached()).containsExactly(Step.RATING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void lowRatingIsKeptAndOfferedHelp(int given) {
        ScriptedCaller asha = whoPresses(Integer.toString(given), "0");
        assertThatThrownBy(() -> rating.ask(asha, visitOf(asha))).isInstanceOf(HelpPressed.class);
        assertThat(house.ratings.ratings().values()).containsExactly(given);
        assertThat(asha.heard()).isEqualTo(keys(RATING, RATING_LOW));
    }

    @Test
    void lowRatingInSilenceGoesOn() {
        ScriptedCaller asha = whoPresses("1", "", "2");
        rating.ask(asha, visitOf(asha));
        assertThat(asha.heard()).isEqualTo(keys(RATING, RATING_LOW, RATING_NOTE));
    }

    @Test
    void hashSkips() {
        ScriptedCaller asha = whoPresses("#");
        rating.ask(asha, visitOf(asha));
        assertThat(house.ratings.ratings()).isEmpty();
        assertThat(asha.heard()).isEqualTo(keys(RATING));
    }

    @Test
    void silenceAndWrongKeysSkipAfterThreeTries() {
        ScriptedCaller asha = whoPresses("7", "", "9");
        rating.ask(asha, visitOf(asha));
        assertThat(house.ratings.ratings()).isEmpty();
        assertThat(asha.heard()).isEqualTo(keys(RATING, RATING_AGAIN, RATING_SHORT));
    }

    @Test
    void onlyTheFirstRatingOfAVisitCounts() {
        ScriptedCaller asha = whoPresses("4", "2", "1", "");
        Visit visit = visitOf(asha);
        rating.ask(asha, visit);
        rating.ask(asha, visit);
        assertThat(house.ratings.ratings().values()).containsExactly(4);
        assertThat(asha.heard()).filteredOn(RATING_NOTE.key()::equals).as("asked once").hasSize(1);
    }

    @Test
    void whoWantsToAddsSomethingByVoice() {
        ScriptedCaller asha = whoPresses("4", "1", "#", "2", "1");
        Visit visit = visitOf(asha);
        rating.ask(asha, visit);
        assertThat(asha.heard()).isEqualTo(keys(RATING, RATING_THANKS, RATING_NOTE, RATING_NOTE_SPEAK, MESSAGE_KEYS,
                MESSAGE_KEYS, RATING_THANKS));
        assertThat(asha.played()).hasSize(1);
        assertThat(house.feedbackVoices.said()).containsOnlyKeys(visit.participantId());
    }

    @Test
    void aVoiceThatIsThrownAwayOrSilentIsNotKeptAndThatIsSaid() {
        ScriptedCaller asha = whoPresses("4", "1", "#", "*");
        rating.ask(asha, visitOf(asha));
        assertThat(asha.heard()).endsWith(MESSAGE_DROPPED.key());
        house.voices.areSilent();
        ScriptedCaller quiet = whoPresses("4", "1", "#", "1").named("quiet");
        rating.ask(quiet, visitOf(quiet));
        assertThat(quiet.heard()).endsWith(MESSAGE_NOTHING.key());
        assertThat(house.feedbackVoices.said()).isEmpty();
    }

    @Test
    void whatARememberedCallerBreaksOffIsOfferedUnderMessagesAndSentToTheGroupItWasAbout() throws Exception {
        PeerSession stress = house.live("stress");
        Caller known = house.ashaIsKnown();
        ScriptedCaller asha = whoPresses("4", "1", "#" + HANGS_UP);
        Visit visit = house.visits.begin(stress, known, asha).orElseThrow();
        assertThatThrownBy(() -> rating.ask(asha, visit)).isInstanceOf(CallerHungUp.class);
        assertThat(house.unsentNotes.kept().await(10, TimeUnit.SECONDS)).isTrue();
        house.visits.end(asha.id(), Departure.LEFT);
        ScriptedCaller again = whoPresses("2", "1", "*", "#").named("again");
        again.calls(house.callerFlow);
        assertThat(again.heard()).containsSubsequence(keys(RATING_NOTE_UNSENT, RATING_THANKS));
        assertThat(house.feedbackVoices.said()).containsOnlyKeys(visit.participantId());
        assertThat(house.mailbox.left()).as("no message").isEmpty();
        ScriptedCaller third = whoPresses("2", "*", "#").named("third");
        third.calls(house.callerFlow);
        assertThat(third.heard()).doesNotContain(RATING_NOTE_UNSENT.key());
    }

    @Test
    void ofWhoIsNotRememberedNothingIsKeptThatWasBrokenOff() {
        ScriptedCaller asha = whoPresses("4", "1", "#0");
        assertThatThrownBy(() -> rating.ask(asha, visitOf(asha))).isInstanceOf(HelpPressed.class);
        assertThat(house.unsentNotes.kept().getCount()).isOne();
    }

    private Visit visitOf(ScriptedCaller caller) {
        PeerSession session = house.live("stress");
        return house.visits.begin(session, Caller.unknown(caller.language()), caller).orElseThrow();
    }
}
