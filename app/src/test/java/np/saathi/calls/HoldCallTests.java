package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import np.saathi.dev.AppProcess;
import np.saathi.dev.pstn.Phone;
import np.saathi.dev.pstn.SipPhone;
import np.saathi.ringing.RingOutcome;
import np.saathi.ringing.RingWish;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.Rings;
import np.saathi.session.Talking;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;

/** Somebody in a room puts the line on hold, and their network plays something meanwhile. Asha has seat 1. */
@CallTests
class HoldCallTests {
    private static final int ASHAS_NETWORK = 1077;
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private final TestLine line;

    HoldCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void whoIsOnHoldIsNotHeardAndComesBackAsMutedAsTheyWere() {
        Group group = line.group(NEPALI, 8);
        try (SipPhone asha = inTheGroup(line.knownNumber(NEPALI));
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.speaks(ASHAS_NETWORK);
            chandra.heard().awaitTone(ASHAS_NETWORK, SOON);
            CallId call = callOf(group);
            for (String hold : List.of("sendonly", "inactive")) {
                asha.media(hold);
                isNotHeardBy(chandra);
                assertThat(line.app().bean(Talking.class).surely(call)).as("talking in " + hold).isFalse();
                asha.media("sendrecv");
                chandra.heard().awaitTone(ASHAS_NETWORK, SOON);
            }

            devi.presses("311");
            chandra.heard().awaitNoTone(ASHAS_NETWORK, SOON);
            asha.media("sendonly");
            asha.media("sendrecv");
            isNotHeardBy(chandra);
            devi.presses("311");
            chandra.heard().awaitTone(ASHAS_NETWORK, SOON);

            devi.presses("313");
            devi.heard().awaitPrompt("host.talk", "ne", SOON);
            devi.heard().awaitTone(ASHAS_NETWORK, SOON);
            asha.media("sendonly");
            isNotHeardBy(devi);
            asha.media("sendrecv");
            devi.heard().awaitTone(ASHAS_NETWORK, SOON);
        }
    }

    @Test
    void whatTheAppDidNotSeeIsFoundWhenItIsBackAHoldAndWhoIsHere() {
        Group group = line.group(NEPALI, 8);
        String subject = Long.toString(group.id());
        String number = line.knownNumber(NEPALI);
        var _ = line.app().bean(Rings.class).arrange(new RingWish(Purpose.GROUP, subject, Optional.empty(),
                PhoneNumber.parse(number).orElseThrow(), NEPALI,
                Manner.caller(Duration.ofMinutes(2), Duration.ofHours(1)), false));
        LockSupport.parkNanos(Duration.ofMillis(1_100).toNanos()); // a call's name tells to the second when it began
        try (SipPhone asha = inTheGroup(number);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone _ = line.hostInTheRoom(line.people().devi())) {
            asha.speaks(ASHAS_NETWORK);
            chandra.heard().awaitTone(ASHAS_NETWORK, SOON);
            try (AppProcess _ = line.intoItsOwnProcess()) {
                asha.media("sendonly");
            } finally {
                line.backIntoThisProcess();
            }
            isNotHeardBy(chandra);
            asha.media("sendrecv");
            chandra.heard().awaitTone(ASHAS_NETWORK, SOON);

            Rings rings = line.app().bean(Rings.class);
            rings.due(Purpose.GROUP, subject);
            Eventually.is(() -> rings.of(Purpose.GROUP, subject).getLast().over());
            assertThat(rings.of(Purpose.GROUP, subject).getLast().outcome()).contains(RingOutcome.IN_CALL);
        }
    }

    private static void isNotHeardBy(Phone phone) {
        phone.heard().awaitNoTone(ASHAS_NETWORK, SOON);
        Span after = Span.of(phone, A_WHILE);
        assertThat(phone.heard().lacksTone(ASHAS_NETWORK, after.from(), after.to())).isTrue();
    }

    private SipPhone inTheGroup(String number) {
        SipPhone phone = SipPhone.calls(line.services().asterisk().sip(), TestLine.CALLER_NUMBER,
                number, line.services().prompts());
        phone.heard().awaitPrompt("main.menu", "ne", SOON);
        phone.presses("1");
        phone.heard().awaitPrompt("category.stress", "ne", SOON);
        phone.presses("9");
        return phone;
    }

    private CallId callOf(Group group) {
        return new CallId(line.database().sql("SELECT call_id FROM participant WHERE session_id = ? AND seat = 1")
                .param(group.id()).query(String.class).single());
    }
}
