package np.saathi.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** What must become true soon, because an event on its way makes it so. */
final class Eventually {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Eventually() {}

    static void is(Callable<Boolean> condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
