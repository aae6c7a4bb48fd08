package np.saathi.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

import np.saathi.dev.process.MachineSpeed;

/** What must become true soon, because an event on its way makes it so. */
final class Eventually {
    private static final Duration SOON = MachineSpeed.stretched(Duration.ofSeconds(20));

    private Eventually() {}

    static void is(Callable<Boolean> condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
