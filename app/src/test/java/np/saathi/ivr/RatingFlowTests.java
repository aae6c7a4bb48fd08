package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.RATING_AGAIN;
import static np.saathi.prompt.Prompt.RATING_LOW;
import static np.saathi.prompt.Prompt.RATING_SHORT;
import static np.saathi.prompt.Prompt.RATING_THANKS;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.caller.Caller;
import np.saathi.session.PeerSession;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** "How much did it help?", 1 to 5. */
class RatingFlowTests {
    private final House house = new House();
    private final RatingFlow rating = new RatingFlow(house.ratings);

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void ratingIsKeptWithThanks(int given) {
        ScriptedCaller asha = whoPresses(Integer.toString(given));
        rating.ask(asha, visitOf(asha));
        assertThat(house.ratings.ratings().values()).containsExactly(given);
        assertThat(asha.heard()).isEqualTo(keys(RATING, RATING_THANKS));
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
        ScriptedCaller asha = whoPresses("1");
        rating.ask(asha, visitOf(asha));
        assertThat(asha.questions()).isEqualTo(2);
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
        ScriptedCaller asha = whoPresses("4", "1");
        Visit visit = visitOf(asha);
        rating.ask(asha, visit);
        rating.ask(asha, visit);
        assertThat(house.ratings.ratings().values()).containsExactly(4);
    }

    private Visit visitOf(ScriptedCaller caller) {
        PeerSession session = house.live("stress");
        return house.visits.begin(session, Caller.unknown(caller.language()), caller).orElseThrow();
    }
}
