package np.saathi.dev.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again until something is there or the time, stretched by {@link MachineSpeed}, is over. */
public final class Wait {
    private static final long PAUSE_MILLIS = 40;

    private Wait() {}

    public static <T> Optional<T> until(Duration atMost, Supplier<Optional<T>> look) {
        return until(atMost, PAUSE_MILLIS, look);
    }

    public static <T> Optional<T> until(Duration atMost, long pauseMillis, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + MachineSpeed.stretched(atMost).toNanos();
        while (true) {
            boolean last = System.nanoTime() >= end;
            Optional<T> seen = look.get();
            if (seen.isPresent() || last) {
                return seen;
            }
            pause(pauseMillis);
        }
    }

    public static boolean isTrue(Duration atMost, Supplier<Boolean> look) {
        return until(atMost, () -> look.get() ? Optional.of(true) : Optional.empty()).isPresent();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while waiting", e);
        }
    }
}
