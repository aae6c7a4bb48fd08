package np.saathi.telephony.asterisk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import np.saathi.telephony.PhoneNumber;

/**
 * Tells when one number makes most of the calls of the last three hours: then the trunk shows a number of its own in place
 * of the callers', and the line would take them all for one person. Of each call a mark is kept for that time, made with a
 * salt that nobody knows and that is another after each start; no number, and nothing outside this memory.
 */
final class CallerSpread {
    private static final Logger LOG = LoggerFactory.getLogger(CallerSpread.class);
    private static final Duration SPAN = Duration.ofHours(3);
    /** A household may call five times in a quiet night. */
    static final int ENOUGH = 50;

    private final InstantSource clock;
    private final int salt = new SecureRandom().nextInt();
    private final Deque<Seen> calls = new ArrayDeque<>();
    private boolean warned;

    CallerSpread(InstantSource clock) {
        this.clock = clock;
    }

    private record Seen(Instant at, int mark) {}

    /**
     * Of the last three hours.
     *
     * @param calls that showed a number
     * @param mostOfOne how many of them showed the number that was shown most often
     */
    record Count(int calls, int mostOfOne) {
        boolean oneMakesMost() {
            return calls >= ENOUGH && 2 * mostOfOne > calls;
        }
    }

    /** A caller's call has ended; empty where it showed no number. */
    synchronized void ended(Optional<PhoneNumber> shown) {
        shown.ifPresent(number -> calls.add(new Seen(clock.instant(), salt ^ number.hashCode() * 31)));
        boolean one = lastHours().oneMakesMost();
        if (one && !warned) {
            LOG.warn("One number makes most calls: if it is the trunk's own, set SAATHI_PILOT_NUMBERS");
        }
        warned = one;
    }

    synchronized Count lastHours() {
        Instant since = clock.instant().minus(SPAN);
        while (!calls.isEmpty() && calls.peek().at().isBefore(since)) {
            calls.remove();
        }
        long most = calls.stream().collect(Collectors.groupingBy(Seen::mark, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue).max().orElse(0);
        return new Count(calls.size(), Math.toIntExact(most));
    }
}
