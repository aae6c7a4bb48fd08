package np.saathi.ivr.dialogue;

import static np.saathi.prompt.Prompt.ENTRY_CLEARED;
import static np.saathi.prompt.Prompt.HOST_PIN;
import static np.saathi.prompt.Prompt.HOST_PIN_AGAIN;
import static np.saathi.prompt.Prompt.HOST_PIN_SHORT;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.ScriptedCaller;

class EntryTests {
    private static final Entry FOUR_TO_SIX = Entry.ofDigits(4, 6, HOST_PIN, HOST_PIN_AGAIN, HOST_PIN_SHORT);

    @Test
    void lastDigitEndsIt() {
        ScriptedCaller devi = whoPresses("1", "2", "3", "4", "5", "6", "7");
        assertThat(FOUR_TO_SIX.ask(devi)).contains("123456");
        assertThat(devi.questions()).isEqualTo(6);
    }

    @Test
    void hashEndsItBeforeThat() {
        assertThat(FOUR_TO_SIX.ask(whoPresses("1234#"))).contains("1234");
    }

    @Test
    void silenceEndsItWhenThereAreEnough() {
        assertThat(FOUR_TO_SIX.ask(whoPresses("1234", ""))).contains("1234");
    }

    @Test
    void tooFewAreATryAndBeginAnew() {
        ScriptedCaller devi = whoPresses("123#", "4321#");
        assertThat(FOUR_TO_SIX.ask(devi)).contains("4321");
        assertThat(devi.heard()).containsExactly("host.pin", "host.pin.again");
    }

    @Test
    void threeSilencesEndIt() {
        ScriptedCaller devi = whoPresses();
        assertThat(FOUR_TO_SIX.ask(devi)).isEmpty();
        assertThat(devi.heard()).containsExactly("host.pin", "host.pin.again", "host.pin.short");
    }

    @Test
    void hashWithNothingKeyedIsATry() {
        assertThat(FOUR_TO_SIX.ask(whoPresses("#", "#", "#", "1234#"))).isEmpty();
    }

    @Test
    void starClearsWhatWasKeyed() {
        ScriptedCaller devi = whoPresses("99*", "1234#");
        assertThat(FOUR_TO_SIX.ask(devi)).contains("1234");
        assertThat(devi.heard()).containsExactly("host.pin", "entry.cleared");
    }

    @Test
    void starWithNothingKeyedIsAStepBack() {
        ScriptedCaller devi = whoPresses("*", "1234#");
        assertThat(FOUR_TO_SIX.ask(devi)).isEmpty();
        assertThat(devi.questions()).isOne();
        assertThat(FOUR_TO_SIX.ask(whoPresses("99*", "*"))).isEmpty();
    }

    @Test
    void zeroIsHelpBeforeBetweenAndAfterTheDigits() {
        assertThatThrownBy(() -> FOUR_TO_SIX.ask(whoPresses("0"))).isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> FOUR_TO_SIX.ask(whoPresses("12", "0"))).isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> FOUR_TO_SIX.ask(whoPresses("120"))).isInstanceOf(HelpPressed.class);
        assertThatThrownBy(() -> FOUR_TO_SIX.ask(whoPresses("12*").pressing("0", ENTRY_CLEARED)))
                .isInstanceOf(HelpPressed.class);
    }

    @Test
    void hangingUpEndsIt() {
        assertThatThrownBy(() -> FOUR_TO_SIX.ask(whoPresses("12" + HANGS_UP))).isInstanceOf(CallerHungUp.class);
    }

    @Test
    void digitsDuringTheWordsAreAllTaken() {
        ScriptedCaller devi = whoPresses("56").pressing("1234", HOST_PIN);
        assertThat(FOUR_TO_SIX.ask(devi)).contains("123456");
    }

    @Test
    void whatIsPressedBehindTheLastDigitIsKept() {
        ScriptedCaller devi = whoPresses("1234567");
        assertThat(FOUR_TO_SIX.ask(devi)).contains("123456");
        assertThat(devi.ask(np.saathi.prompt.Spoken.nothing(), java.time.Duration.ofSeconds(1))).contains(Key.SEVEN);
    }
}
