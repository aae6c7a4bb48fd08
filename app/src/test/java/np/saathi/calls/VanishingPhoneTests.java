package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;

/** Phones whose network is lost: no goodbye, no sound, no answer. */
@CallTests
class VanishingPhoneTests {
    private static final int DEVIS_VOICE = 1077;
    private static final Duration NOTICED = Duration.ofSeconds(30);
    private final TestLine line;

    VanishingPhoneTests(TestLine line) {
        this.line = line;
    }

    @Test
    void aVanishedCallerIsDroppedAVanishedHostHoldsTheRoomAndAReturningHostResumesIt() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone lost = line.exchange().calls(TestLine.CALLER_NUMBER).from(line.knownNumber(NEPALI)).onItsOwn()
                        .place();
                Phone devi = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).onItsOwn()
                        .place()) {
            lost.heard().awaitPrompt("greeting", "ne", SOON);
            lost.presses("1");
            lost.heard().awaitPrompt("category.stress", "ne", SOON);
            lost.presses("9");
            TestLine.signsIn(devi, line.people().devi());
            devi.presses("1");
            devi.speaks(DEVIS_VOICE);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            lost.heard().awaitTone(DEVIS_VOICE, SOON);

            lost.vanishes();
            devi.vanishes();
            Awaitility.await().atMost(NOTICED).until(() -> group.outcomes().equals(List.of("null", "DROPPED")));
            asha.heard().awaitPrompt("room.held", "ne", NOTICED);
            assertThat(group.state()).isEqualTo(SessionState.HELD);

            try (Phone back = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
                TestLine.signsIn(back, line.people().devi());
                back.presses("1");
                asha.heard().awaitPrompt("room.resumed", "ne", NOTICED);
                back.speaks(DEVIS_VOICE);
                asha.heard().awaitTone(DEVIS_VOICE, SOON);
                assertThat(group.state()).isEqualTo(SessionState.LIVE);
            }
        }
    }
}
