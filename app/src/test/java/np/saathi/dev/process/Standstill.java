package np.saathi.dev.process;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * When this machine stood still: a thread that asks to be woken every few milliseconds notes when it was woken late. A
 * shared machine does that to every process on it, Asterisk too, for seconds at times; a limit on the line's own time is
 * no limit on the machine's.
 */
public final class Standstill {
    private static final long BEAT = 5_000_000;
    /** A wake-up this late is ordinary on a busy machine. */
    private static final long ORDINARY = 20_000_000;
    private static final ConcurrentLinkedQueue<Gap> GAPS = new ConcurrentLinkedQueue<>();

    /** Times of {@link System#nanoTime()}. */
    private record Gap(long from, long to) {
        long within(long spanFrom, long spanTo) {
            return Math.max(0, Math.min(to, spanTo) - Math.max(from, spanFrom));
        }
    }

    static {
        Thread.ofPlatform().daemon().name("standstill").start(Standstill::watch);
    }

    private Standstill() {}

    private static void watch() {
        long expected = System.nanoTime() + BEAT;
        while (true) {
            LockSupport.parkNanos(expected - System.nanoTime());
            long now = System.nanoTime();
            if (now < expected) {
                continue;
            }
            if (now - expected > ORDINARY) {
                GAPS.add(new Gap(expected, now));
            }
            expected = now + BEAT;
        }
    }

    /** Starts to watch; before it, nothing is known. */
    public static void watched() {}

    /** Nanoseconds that it stood still between two moments of {@link System#nanoTime()}. */
    public static long between(long from, long to) {
        return GAPS.stream().mapToLong(gap -> gap.within(from, to)).sum();
    }
}
