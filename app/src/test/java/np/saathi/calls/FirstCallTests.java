package np.saathi.calls;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import np.saathi.dev.Phone;

class FirstCallTests {
    private static final Duration SOON = Duration.ofSeconds(8);
    private final TestLine line = TestLine.shared();

    @Test
    void aFirstCallerChoosesALanguageAndConsents() {
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from("9779800000001").place()) {
            asha.heard().awaitPrompt("language.offer", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("welcome.first", "ne", SOON);
            asha.presses("#");
            asha.heard().awaitPrompt("consent.agree", "ne", SOON);
            asha.heard().awaitPrompt("consent.forget", "ne", Duration.ofSeconds(20));
            asha.presses("1");
            asha.heard().awaitPrompt("consent.known", "ne", SOON);
            asha.heard().awaitPrompt("greeting", "ne", SOON);
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
        }
    }
}
