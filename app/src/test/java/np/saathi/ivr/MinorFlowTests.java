package np.saathi.ivr;

import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import np.saathi.prompt.Prompt;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.ScriptedCaller;

/** Under 18: no group and no account, but the children's help line and 0. */
class MinorFlowTests {
    private static final String[] NUMBER = {"helpline.children", "number.1", "number.0", "number.9", "number.8"};
    private final House house = new House();
    private final MinorFlow minors = house.minors;

    @Test
    void theNumberIsSpokenDigitByDigitBeforeAnyQuestion() {
        ScriptedCaller child = whoPresses("#");
        minors.speakWith(child);
        assertThat(child.heard()).startsWith("minor.help").containsSubsequence(NUMBER)
                .endsWith("minor.keys", "goodbye");
        assertThat(child.questions()).isOne();
    }

    @Test
    void keyOneSaysItAgainAsOftenAsPressed() {
        ScriptedCaller child = whoPresses("1", "1", "#");
        minors.speakWith(child);
        assertThat(child.heard()).filteredOn("helpline.children"::equals).hasSize(3);
    }

    @Test
    void silenceIsAskedThreeTimesThenGoodbye() {
        ScriptedCaller child = whoPresses();
        minors.speakWith(child);
        assertThat(child.heard()).endsWith("minor.keys", "minor.keys.again", "minor.keys.short", "goodbye");
    }

    @Test
    void threeListensAndComesBack() {
        ScriptedCaller child = whoPresses("3", "#");
        minors.speakWith(child);
        assertThat(child.heard()).endsWith("minor.keys", "listen.none", "minor.keys", "goodbye");
    }

    @Test
    void withoutTheDatabaseThereIsNothingToListenToAndAllElseGoesOn() {
        house.lessons.away(true);
        ScriptedCaller child = whoPresses("3", "1", "#");
        minors.speakWith(child);
        assertThat(child.heard()).endsWith("minor.keys", "goodbye").containsSubsequence("resume.unable", "minor.keys",
                "helpline.children");
    }

    @Test
    void whoComesBackFromTheCrisisPathIsHereAgainAndNeverInTheMainMenu() {
        house.live("stress");
        ScriptedCaller child = whoPresses("1", "3").pressing("0", Prompt.MINOR_KEYS);
        assertThat(child.calls(house.callerFlow)).isEqualTo(ScriptedCaller.Ending.HELP);
        child.forgetsWhatWasHeard();
        child.thenPresses("#");
        assertThat(child.backFromCrisis().calls(house.callerFlow)).isEqualTo(ScriptedCaller.Ending.DONE);
        assertThat(child.heard()).startsWith("minor.help", "helpline.children").endsWith("minor.keys", "goodbye");
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void zeroIsTheDutyRosterAtEveryPoint() {
        for (Prompt sentence : new Prompt[]{Prompt.MINOR_HELP, Prompt.HELPLINE_CHILDREN, Prompt.MINOR_KEYS,
                Prompt.MINOR_KEYS_AGAIN, Prompt.MINOR_KEYS_SHORT, Prompt.GOODBYE}) {
            assertThatThrownBy(() -> minors.speakWith(whoPresses().pressing("0", sentence))).as(sentence.key())
                    .isInstanceOf(HelpPressed.class);
        }
    }

    @Test
    void hangingUpEndsIt() {
        assertThatThrownBy(() -> minors.speakWith(whoPresses(HANGS_UP))).isInstanceOf(CallerHungUp.class);
    }
}
