package np.saathi.caller;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Service;

import np.saathi.identity.NumberHasher;
import np.saathi.operation.OperatingSettings;
import np.saathi.operation.Operation;
import np.saathi.telephony.PhoneNumber;

/**
 * Phones that call and hang up, again and again. They keep seats and lines busy, so they get no group for a while; all
 * else, 0 first of all, works as ever.
 *
 * <p>Counted in memory only, by keyed hash, and gone within the hour: most such calls end before any consent, and before
 * that nothing is written. So each instance of the app counts the calls that it led.
 */
@Service
public class ShortCalls {
    private final Map<String, Deque<Instant>> ended = new ConcurrentHashMap<>();
    private final NumberHasher hasher;
    private final Operation operation;
    private final Clock clock;

    ShortCalls(NumberHasher hasher, Operation operation, Clock clock) {
        this.hasher = hasher;
        this.operation = operation;
        this.clock = clock;
    }

    /** A caller hung up. @param lasted since the call began */
    public void hungUp(Optional<PhoneNumber> number, Duration lasted) {
        if (number.isEmpty() || lasted.toSeconds() >= rule().seconds()) {
            return;
        }
        ended.values().removeIf(this::isOver);
        ended.compute(key(number.get()), (_, before) -> {
            Deque<Instant> calls = before == null ? new ArrayDeque<>() : before;
            calls.add(clock.instant());
            while (calls.size() > rule().calls() + 1) {
                calls.remove();
            }
            return calls;
        });
    }

    /** How long this phone still gets no group; empty when it may. */
    public Optional<Duration> pause(Optional<PhoneNumber> number) {
        return number.map(this::key).map(ended::get).filter(this::tooMany)
                .map(calls -> Duration.between(clock.instant(),
                        calls.getLast().plus(Duration.ofMinutes(rule().pauseMinutes()))))
                .filter(Duration::isPositive);
    }

    private boolean tooMany(Deque<Instant> calls) {
        return calls.size() > rule().calls() && Duration.between(calls.getFirst(), calls.getLast())
                .compareTo(Duration.ofMinutes(rule().withinMinutes())) <= 0;
    }

    private boolean isOver(Deque<Instant> calls) {
        long longest = Math.max(rule().withinMinutes(), rule().pauseMinutes());
        return calls.getLast().plus(Duration.ofMinutes(longest)).isBefore(clock.instant());
    }

    private OperatingSettings.ShortCalls rule() {
        return operation.settings().shortCalls();
    }

    private String key(PhoneNumber number) {
        return hasher.hash(number).hex();
    }
}
