package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import np.saathi.dev.pstn.CalledNumber;
import np.saathi.dev.pstn.Phone;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.RingWish;
import np.saathi.ringing.Rings;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;

/** A line for one call, with one more in reserve each way: what is kept for the crisis path is kept. */
@CallTests
class ReservedChannelsTests {
    private static final String DUTY = "9771400001";
    private static final int HELPERS_VOICE = 339;
    private final TestLine line;

    ReservedChannelsTests(TestLine line) {
        this.line = line;
    }

    @BeforeAll
    static void oneCallAndOneMore(TestLine line) {
        Eventually.is(() -> line.channels().isEmpty());
        set(line, "CHANNELS", "1");
        set(line, "RESERVED", "1");
    }

    @AfterAll
    static void asBefore(TestLine line) {
        set(line, "CHANNELS", "60");
        set(line, "RESERVED", "2");
    }

    private static void set(TestLine line, String global, String value) {
        String unused = line.services().asterisk().process().ask("dialplan set global " + global + " " + value);
    }

    private Phone calls() {
        return line.exchange().calls(TestLine.CALLER_NUMBER).from(TestLine.newNumber()).place();
    }

    private String arranged(Purpose purpose, String number) {
        return line.app().bean(Rings.class)
                .arrange(new RingWish(purpose, "reserve " + number, Optional.empty(),
                        PhoneNumber.parse("+" + number).orElseThrow(), NEPALI, Manner.once(Duration.ofSeconds(20)),
                        true));
    }

    @Test
    void callsThatWePlaceWaitWhileACrisisSearchDialsOutAndTheBusyHaveZero() {
        line.exchange().number(DUTY).accepts("crisis.accept", "ne");
        String host = TestLine.newNumber();
        CalledNumber hostsPhone = line.exchange().number(host).isVoicemail();
        line.group(NEPALI, 8);
        // Who waits for a host stays as long as the others need.
        try (CrisisRoster roster = CrisisRoster.on(line).duty(DUTY); Phone asha = line.callerInTheGroup(NEPALI)) {
            String unused = arranged(Purpose.HOST, host);
            try (Phone bikash = calls()) {
                bikash.heard().awaitPrompt("busy", "ne", SOON);
                assertThatThrownBy(this::calls).as("more than the reserve").isInstanceOf(AssertionError.class);
                bikash.presses("0");
                bikash.heard().awaitPrompt("crisis.connected", "ne", SOON);
                line.exchange().number(DUTY).awaitAnswered(SOON).speaks(HELPERS_VOICE);
                bikash.heard().awaitTone(HELPERS_VOICE, SOON);
                bikash.presses("*");
                bikash.heard().awaitInOrder("ne", SOON, "crisis.back", "busy");
                asha.hangsUp();
                line.exchange().number(DUTY).ringsOnly();
                bikash.presses("0");
                bikash.heard().awaitPrompt("crisis.connecting", "ne", SOON);
                bikash.presses("*");
                bikash.heard().awaitInOrder("ne", SOON, "crisis.back", "language.offer");
            }
            hostsPhone.awaitAnswered(SOON).hangsUp();
            assertThat(line.exchange().rung().indexOf(host)).as("rung when there was room, not before")
                    .isGreaterThan(line.exchange().rung().lastIndexOf(DUTY));
        }
    }

    @Test
    void whoIsRungBackForTheCrisisPathMayTakeTheReserveOfThoseWhoCall() {
        String ashas = TestLine.newNumber();
        CalledNumber ashasPhone = line.exchange().number(ashas).answers(asha -> {});
        try (CrisisRoster roster = CrisisRoster.on(line); Phone bikash = line.returningCaller(NEPALI)) {
            String unused = arranged(Purpose.CRISIS, ashas);
            Phone asha = ashasPhone.awaitAnswered(SOON);
            asha.heard().awaitPrompt("callback.opening", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            asha.hangsUp();
        }
    }
}
