package np.saathi.ivr.dialogue;

import static np.saathi.prompt.Prompt.HOST_END_CONFIRM;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.ScriptedCaller;

class ConfirmTests {
    private static final Confirm END = Confirm.losing(HOST_END_CONFIRM);

    @Test
    void oneDoesIt() {
        assertThat(END.ask(whoPresses("1"))).isTrue();
        assertThat(END.ask(whoPresses().pressing("1", HOST_END_CONFIRM))).isTrue();
    }

    @Test
    void anyOtherKeyDoesNot() {
        for (char key : "23456789*#".toCharArray()) {
            assertThat(END.ask(whoPresses(key + "1"))).as("key " + key).isFalse();
        }
    }

    @Test
    void silenceDoesNotAndIsAskedOnce() {
        ScriptedCaller devi = whoPresses("", "1");
        assertThat(END.ask(devi)).isFalse();
        assertThat(devi.questions()).isOne();
    }

    @Test
    void keyPressedAheadDoesNotCount() {
        ScriptedCaller devi = whoPresses().pressedAhead("1");
        assertThat(END.ask(devi)).isFalse();
        assertThat(devi.heard()).containsExactly("host.end.confirm");
    }

    @Test
    void zeroIsHelpAheadDuringAndAfterTheWords() {
        assertThatThrownBy(() -> END.ask(whoPresses().pressedAhead("10"))).isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> END.ask(whoPresses().pressing("0", HOST_END_CONFIRM)))
                .isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> END.ask(whoPresses("0"))).isInstanceOf(HelpPressed.class);
    }

    @Test
    void hangingUpDoesNotDoIt() {
        assertThatThrownBy(() -> END.ask(whoPresses(HANGS_UP))).isInstanceOf(CallerHungUp.class);
    }
}
