package np.saathi.dev.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import np.saathi.dev.process.Tools;

/** The panel can be looked at on a machine where no browser was installed. */
@Tag("panel")
class ChromiumInstallTests {
    @Test
    void startsFromWhereItWasFetchedTo() {
        ChromiumInstall chromium = ChromiumInstall.get();
        Tools.Outcome outcome = Tools.run(Duration.ofSeconds(20), chromium.environment(),
                List.of(chromium.program().toString(), "--version"));
        assertThat(outcome.output()).startsWith("Chromium ");
    }
}
