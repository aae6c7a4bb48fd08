package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import np.saathi.dev.AppProcess;
import np.saathi.dev.process.BusyProcessors;
import np.saathi.dev.pstn.Phone;

/** An app that is killed on a busy machine. The load is this test's own, and it is about time: no other runs beside it. */
@CallTests
@Isolated
class BusyRestartTests {
    private final TestLine line;

    BusyRestartTests(TestLine line) {
        this.line = line;
    }

    @Test
    void whoIsInAPromptWhenTheAppIsKilledIsLedOnWithinTenSecondsWithAllProcessorsBusy() {
        String number = line.knownNumber(NEPALI);
        try (AppProcess app = line.intoItsOwnProcess().start();
                Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            try (BusyProcessors busy = new BusyProcessors()) {
                Duration killed = asha.heard().now();
                app.kill9();
                app.start();
                Duration moment = asha.heard().awaitPrompt("shell.moment", "ne", SOON).start();
                Duration ledOn = asha.heard().awaitPrompt("resume.interrupted", "ne", SOON).start();
                asha.heard().awaitPrompt("main.menu", "ne", SOON);
                Quickly.follows(asha, killed, moment, Duration.ofSeconds(3));
                Quickly.follows(asha, killed, ledOn, Duration.ofSeconds(10));
                assertThat(asha.heard().times("shell.choices", "ne")).isEmpty();
            }
        } finally {
            line.backIntoThisProcess();
        }
    }
}
