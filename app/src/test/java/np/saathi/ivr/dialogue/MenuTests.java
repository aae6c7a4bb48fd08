package np.saathi.ivr.dialogue;

import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MAIN_MENU_AGAIN;
import static np.saathi.prompt.Prompt.MAIN_MENU_SHORT;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import np.saathi.prompt.Prompt;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.ScriptedCaller;

class MenuTests {
    private static final Menu<String> MENU = Menu.<String>asking(MAIN_MENU).on(Key.ONE, "group").on(Key.HASH, "done")
            .retrying(MAIN_MENU_AGAIN, MAIN_MENU_SHORT).otherwise("safe end");

    @Test
    void keyChooses() {
        assertThat(MENU.ask(whoPresses("1"))).isEqualTo("group");
        assertThat(MENU.ask(whoPresses("#"))).isEqualTo("done");
    }

    @Test
    void keyThatCutsTheWordsChooses() {
        ScriptedCaller asha = whoPresses().pressing("1", MAIN_MENU);
        assertThat(MENU.ask(asha)).isEqualTo("group");
        assertThat(asha.questions()).isZero();
    }

    @Test
    void keyPressedAheadChoosesUnheard() {
        ScriptedCaller asha = whoPresses().pressedAhead("1");
        assertThat(MENU.ask(asha)).isEqualTo("group");
        assertThat(asha.heard()).isEmpty();
    }

    @Test
    void silenceIsAskedThreeTimesEachShorterThenTheSafeEnd() {
        ScriptedCaller asha = whoPresses();
        assertThat(MENU.ask(asha)).isEqualTo("safe end");
        assertThat(asha.heard()).containsExactly("main.menu", "main.menu.again", "main.menu.short");
    }

    @Test
    void wrongKeyIsATryToo() {
        ScriptedCaller asha = whoPresses("7", "", "8", "1");
        assertThat(MENU.ask(asha)).isEqualTo("safe end");
        assertThat(asha.questions()).isEqualTo(3);
    }

    @Test
    void thirdTryMaySucceed() {
        assertThat(MENU.ask(whoPresses("7", "", "1"))).isEqualTo("group");
    }

    @Test
    void starSpeaksTheSameWordsAgainAndIsNoTry() {
        ScriptedCaller asha = whoPresses("", "*", "*", "", "1");
        assertThat(MENU.ask(asha)).isEqualTo("group");
        assertThat(asha.heard()).containsExactly("main.menu", "main.menu.again", "main.menu.again", "main.menu.again",
                "main.menu.short");
    }

    @Test
    void starIsAChoiceWhereItIsOne() {
        Menu<String> back = Menu.<String>asking(MAIN_MENU).on(Key.STAR, "back")
                .retrying(MAIN_MENU_AGAIN, MAIN_MENU_SHORT).otherwise("safe end");
        assertThat(back.ask(whoPresses("*"))).isEqualTo("back");
    }

    @Test
    void zeroCanMeanNothingElse() {
        assertThatThrownBy(() -> Menu.<String>asking(MAIN_MENU).on(Key.ZERO, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zeroIsHelpAtEveryTry() {
        for (Prompt words : new Prompt[]{MAIN_MENU, MAIN_MENU_AGAIN, MAIN_MENU_SHORT}) {
            assertThatThrownBy(() -> MENU.ask(whoPresses().pressing("0", words))).isInstanceOf(HelpPressed.class);
        }
        assertThatThrownBy(() -> MENU.ask(whoPresses("", "", "0"))).isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> MENU.ask(whoPresses("70"))).isInstanceOf(HelpPressed.class);
    }

    @Test
    void hangingUpEndsItAtEveryTry() {
        assertThatThrownBy(() -> MENU.ask(whoPresses(HANGS_UP))).isInstanceOf(CallerHungUp.class);
        assertThatThrownBy(() -> MENU.ask(whoPresses("7", "", HANGS_UP))).isInstanceOf(CallerHungUp.class);
    }

    @Test
    void keysBehindTheAnswerAreKeptForTheNextQuestion() {
        ScriptedCaller asha = whoPresses("11#");
        assertThat(MENU.ask(asha)).isEqualTo("group");
        assertThat(MENU.ask(asha)).isEqualTo("group");
        assertThat(MENU.ask(asha)).isEqualTo("done");
        assertThat(asha.questions()).isOne();
    }
}
