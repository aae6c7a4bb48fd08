package np.saathi.dev.pstn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import np.saathi.dev.asterisk.AsteriskInstall;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.process.Wait;

/** The exchange is to be believed: here it rings itself, so that both ends of each call are known. */
@Tag("calls")
class ExchangeTests {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final CodedPrompts PROMPTS = CodedPrompts.of("ne", SECOND.multipliedBy(3),
            List.of("alpha", "beta", "gamma"));

    private static Exchange exchange;

    @BeforeAll
    static void start() {
        exchange = Exchange.toItself(AsteriskInstall.get(), PROMPTS).start();
    }

    @AfterAll
    static void end() {
        exchange.close();
        assertThat(exchange.failures()).isEmpty();
    }

    @Test
    void eachHearsWhatTheOtherSpeaks() {
        CalledNumber bikash = exchange.number("9801000001").answers(phone -> phone.speaks(660));
        try (Phone asha = exchange.calls("9801000001").from("9841000001").place()) {
            asha.speaks(440);
            Duration heard = asha.heard().awaitTone(660, SOON);
            assertThat(bikash.awaitAnswered(SOON).heard().awaitTone(440, SOON)).isLessThan(SECOND.multipliedBy(3));
            asha.isQuiet();
            Phone other = bikash.awaitAnswered(SOON);
            other.heard().awaitNoTone(440, SOON);
            other.isQuiet();
            Duration gone = asha.heard().awaitSilence(Duration.ofMillis(500), SOON);
            assertThat(asha.heard().hasTone(660, heard, gone.minusMillis(100))).isTrue();
            assertThat(asha.heard().lacksTone(440, Duration.ZERO, asha.heard().now())).isTrue();
        }
    }

    @Test
    void keysArriveEachOnceInTheirOrder() {
        for (Keys way : Keys.values()) {
            CalledNumber number = exchange.number("9801000002").answers(phone -> {});
            try (Phone asha = exchange.calls("9801000002").with(way).place()) {
                Phone other = number.awaitAnswered(SOON);
                Phone.Press press = asha.presses("1240*#");
                assertThat(press.up().minus(press.down())).isBetween(Duration.ofMillis(90), Duration.ofMillis(400));
                Wait.isTrue(SOON, () -> other.keysHeard().length() >= 6);
                assertThat(other.keysHeard()).as(way.name()).isEqualTo("1240*#");
            }
        }
    }

    @Test
    void sentenceIsKnownByItsBeginningAndItsCutIsTimed() {
        exchange.number("9801000003").answers(phone -> {
            phone.says(PROMPTS.sound("ne/alpha"));
            phone.heard().awaitTone(440, SOON);
            phone.says(PROMPTS.sound("ne/beta"));
        });
        try (Phone asha = exchange.calls("9801000003").place()) {
            PromptHeard alpha = asha.heard().awaitPrompt("alpha", "ne", SOON);
            assertThat(asha.heard().now()).isLessThan(alpha.start().plusMillis(1500));
            asha.speaks(440);
            PromptHeard beta = asha.heard().awaitPrompt("beta", "ne", SOON);
            PromptHeard.End cut = asha.heard().awaitEndOf(alpha, SOON);
            assertThat(cut.whole()).isFalse();
            assertThat(cut.at()).isBetween(beta.start().minusMillis(60), beta.start().plusMillis(60));
            PromptHeard.End end = asha.heard().awaitEndOf(beta, SOON);
            assertThat(end.whole()).isTrue();
            assertThat(end.at()).isBetween(beta.start().plus(beta.length()).minusMillis(60),
                    beta.start().plus(beta.length()).plusMillis(60));
            assertThat(asha.heard().prompts(Duration.ZERO, asha.heard().now())).extracting(PromptHeard::key)
                    .containsExactly("alpha", "beta");
        }
    }

    @Test
    void whatWasNotSaidIsNotHeard() {
        exchange.number("9801000004").answers(phone -> phone.says(PROMPTS.sound("ne/alpha")));
        try (Phone asha = exchange.calls("9801000004").place()) {
            assertThatThrownBy(() -> asha.heard().awaitPrompt("gamma", "ne", Duration.ofSeconds(2)))
                    .isInstanceOf(AssertionError.class).hasMessageContaining("did not hear ne/gamma")
                    .hasMessageContaining("ne/alpha at");
        }
    }

    @Test
    void busyRefusedUnknownAndRingingNumbersAreNotAnswered() {
        exchange.number("9801000005").isBusy();
        assertThatThrownBy(() -> exchange.calls("9801000005").place()).hasMessageContaining("User busy");
        exchange.number("9801000006").refuses();
        assertThatThrownBy(() -> exchange.calls("9801000006").place()).hasMessageContaining("not answered");
        assertThatThrownBy(() -> exchange.calls("9801009999").place()).hasMessageContaining("not answered");
        assertThat(exchange.rung()).contains("9801000005", "9801000006", "9801009999");
    }

    @Test
    void hangUpIsSeenAtTheOtherEnd() {
        CalledNumber number = exchange.number("9801000007").answers(phone -> {});
        Phone asha = exchange.calls("9801000007").place();
        Phone other = number.awaitAnswered(SOON);
        asha.hangsUp();
        other.awaitHangUp(SOON);
        assertThat(other.isUp()).isFalse();
        Phone bikash = exchange.calls("9801000007").place();
        Wait.isTrue(SOON, () -> number.awaitAnswered(SOON) != other);
        number.awaitAnswered(SOON).hangsUp();
        assertThat(bikash.awaitHangUp(SOON)).isLessThan(SOON);
    }

    @Test
    void vanishedPhoneSaysNoGoodbye() {
        CalledNumber number = exchange.number("9801000008").answers(phone -> {});
        try (Phone asha = exchange.calls("9801000008").onItsOwn().place()) {
            asha.speaks(440);
            Phone other = number.awaitAnswered(SOON);
            other.heard().awaitTone(440, SOON);
            asha.vanishes();
            other.heard().awaitSilence(SECOND, SOON);
            assertThat(other.isUp()).isTrue();
        }
    }

    @Test
    void callerIsTheOneGivenHoweverHostile() {
        for (String raw : new String[]{"9841000009", "\"1\" ;${HANGUP}", "a\r\nb", "साथी", "<sip:1@x>"}) {
            CalledNumber number = exchange.number("9801000009").answers(phone -> {});
            try (Phone asha = exchange.calls("9801000009").fromRaw(raw, raw.replace("\r\n", " ")).place()) {
                // Behind a `;` SIP sees options of the number; the From header carries them all the same.
                assertThat(number.awaitAnswered(SOON).caller()).as(raw).isEqualTo(raw.split(";", -1)[0]);
                assertThat(asha.isUp()).isTrue();
            }
        }
    }

    @Test
    void withheldNumberIsNotTold() {
        CalledNumber number = exchange.number("9801000010").answers(phone -> {});
        try (Phone asha = exchange.calls("9801000010").from("9841000010").withheld().place()) {
            assertThat(number.awaitAnswered(SOON).caller()).isEqualTo("anonymous");
            assertThat(asha.isUp()).isTrue();
        }
    }
}
