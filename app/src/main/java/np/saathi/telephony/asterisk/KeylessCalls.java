package np.saathi.telephony.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts, of the last hour, the calls that were asked something and of which no key ever came. Some callers only listen;
 * where it is every one of them, the network sends keys in a way that does not reach us, and no other sign would tell.
 */
final class KeylessCalls {
    private static final Logger LOG = LoggerFactory.getLogger(KeylessCalls.class);
    private static final Duration HOUR = Duration.ofHours(1);
    /** Fewer may all have been silent by chance. */
    static final int ENOUGH = 10;

    private final InstantSource clock;
    private final Deque<Ended> calls = new ArrayDeque<>();
    private boolean warned;

    KeylessCalls(InstantSource clock) {
        this.clock = clock;
    }

    private record Ended(Instant at, boolean keyless) {}

    /**
     * Of the last hour.
     *
     * @param asked calls that were asked something
     * @param keyless those of them in which no key came
     */
    record Count(int asked, int keyless) {
        boolean noKeysReachUs() {
            return asked >= ENOUGH && keyless == asked;
        }
    }

    /** A call that had been asked something has ended. */
    synchronized void ended(boolean keyless) {
        calls.add(new Ended(clock.instant(), keyless));
        Count now = lastHour();
        if (now.noKeysReachUs() && !warned) {
            LOG.warn("No key came in any of the last {} calls: does the trunk send them (SAATHI_TRUNK_KEYS)?",
                    now.asked());
        }
        warned = now.noKeysReachUs();
    }

    synchronized Count lastHour() {
        Instant since = clock.instant().minus(HOUR);
        while (!calls.isEmpty() && calls.peek().at().isBefore(since)) {
            calls.remove();
        }
        return new Count(calls.size(), Math.toIntExact(calls.stream().filter(Ended::keyless).count()));
    }
}
