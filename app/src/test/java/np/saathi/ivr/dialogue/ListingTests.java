package np.saathi.ivr.dialogue;

import static np.saathi.prompt.Prompt.GROUP_LIST_KEYS;
import static np.saathi.prompt.Prompt.LIST_END;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.ScriptedCaller;

class ListingTests {
    private static final List<String> THREE = List.of("stress", "grief", "family");
    private static final Listing<String> GROUPS = Listing.speaking(Spoken::category, GROUP_LIST_KEYS);

    @Test
    void oneTakesWhatWasSpoken() {
        ScriptedCaller asha = whoPresses("1");
        assertThat(GROUPS.ask(asha, THREE)).contains("stress");
        assertThat(asha.heard()).containsExactly("category.stress", "group.list.keys");
    }

    @Test
    void twoGoesOn() {
        assertThat(GROUPS.ask(whoPresses("2", "2", "1"), THREE)).contains("family");
    }

    @Test
    void behindTheLastOneItSaysSoAndBeginsAnew() {
        ScriptedCaller asha = whoPresses("2", "2", "2", "1");
        assertThat(GROUPS.ask(asha, THREE)).contains("stress");
        assertThat(asha.heard()).containsSubsequence("category.family", LIST_END.key(), "category.stress");
    }

    @Test
    void threeSpeaksItAgain() {
        ScriptedCaller asha = whoPresses("2", "3", "1");
        assertThat(GROUPS.ask(asha, THREE)).contains("grief");
        assertThat(asha.heard()).filteredOn("category.grief"::equals).hasSize(2);
    }

    @Test
    void starLeadsBack() {
        assertThat(GROUPS.ask(whoPresses("2", "*"), THREE)).isEmpty();
    }

    @Test
    void itGoesOnFromTheOneThatWasTaken() {
        ScriptedCaller asha = whoPresses("2", "1");
        assertThat(GROUPS.askFrom(asha, THREE, "grief")).contains("family");
        assertThat(asha.heard()).containsExactly("category.grief", "group.list.keys", "category.family",
                "group.list.keys");
    }

    @Test
    void namesThatAreNoPromptsArePlayedBeforeTheKeys() {
        byte[] name = {7};
        ScriptedCaller asha = whoPresses("3", "1");
        assertThat(Listing.<String>playing(_ -> name, GROUP_LIST_KEYS).ask(asha, List.of("a song"))).contains("a song");
        assertThat(asha.sounds()).containsExactly(name, name);
    }

    @Test
    void threeSilencesOrWrongKeysLeadBack() {
        ScriptedCaller asha = whoPresses("", "7", "#", "1");
        assertThat(GROUPS.ask(asha, THREE)).isEmpty();
        assertThat(asha.questions()).isEqualTo(3);
        assertThat(asha.heard()).as("ever shorter, the third time with zero").containsExactly("category.stress",
                "group.list.keys", "category.stress", "list.again", "category.stress", "list.short");
    }

    @Test
    void emptyListAsksNothing() {
        ScriptedCaller asha = whoPresses("1");
        assertThat(GROUPS.ask(asha, List.of())).isEmpty();
        assertThat(asha.heard()).isEmpty();
    }

    @Test
    void listOfOneComesRoundAgain() {
        assertThat(GROUPS.ask(whoPresses("2", "1"), List.of("stress"))).contains("stress");
    }

    @Test
    void zeroIsHelpAtEveryPoint() {
        assertThatThrownBy(() -> GROUPS.ask(whoPresses().pressing("0", "category.stress"), THREE))
                .isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> GROUPS.ask(whoPresses().pressing("0", GROUP_LIST_KEYS), THREE))
                .isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> GROUPS.ask(whoPresses("2", "0"), THREE)).isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> GROUPS.ask(whoPresses("2", "2", "2").pressing("0", LIST_END), THREE))
                .isInstanceOf(HelpPressed.class);
    }

    @Test
    void hangingUpEndsIt() {
        assertThatThrownBy(() -> GROUPS.ask(whoPresses("2", HANGS_UP), THREE)).isInstanceOf(CallerHungUp.class);
    }

    @Test
    void keysPressedAheadAreAllFollowed() {
        ScriptedCaller asha = whoPresses("221");
        assertThat(GROUPS.ask(asha, THREE)).contains("family");
        assertThat(asha.questions()).isOne();
    }

    @Test
    void keyDuringTheEndOfTheListIsFollowed() {
        assertThat(GROUPS.ask(whoPresses("2", "2", "2").pressing("1", LIST_END), THREE)).contains("stress");
    }
}
