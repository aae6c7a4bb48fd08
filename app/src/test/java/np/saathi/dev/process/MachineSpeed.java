package np.saathi.dev.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How slow this machine is just now, against an idle one: deadlines of tests stretch by it. Measured once, at the first
 * question, by a piece of work on each processor at once; what loads the machine later than that is part of the margin
 * that every deadline has anyway. {@code -Dsaathi.test.machine-factor=1} says it instead.
 */
public final class MachineSpeed {
    /** What the work takes on an idle machine of the year 2024. */
    private static final Duration USUAL = Duration.ofMillis(80);
    /** A machine that is slower still should be waited for, not endured. */
    private static final double SLOWEST = 6;
    private static final double FACTOR = Double.parseDouble(
            System.getProperty("saathi.test.machine-factor", Double.toString(measured())));

    private MachineSpeed() {}

    /** 1 on an idle machine; 2 where everything takes twice as long. */
    public static double factor() {
        return FACTOR;
    }

    /** A deadline for this machine. */
    public static Duration stretched(Duration deadline) {
        return Duration.ofNanos((long) (deadline.toNanos() * FACTOR));
    }

    private static double measured() {
        long start = System.nanoTime();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            workers.add(Thread.ofPlatform().name("machine-speed-" + i).start(new Work()));
        }
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while the machine was measured", e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        double factor = Math.clamp((double) took.toNanos() / USUAL.toNanos(), 1, SLOWEST);
        Progress.step("Machine: work of %d ms took %d; deadlines are %.1f times as long".formatted(USUAL.toMillis(),
                took.toMillis(), factor));
        return factor;
    }

    /** A class of its own: the outer one is still being initialised while this works. */
    private static final class Work implements Runnable {
        private static final int STEPS = 60_000_000;

        @Override
        public void run() {
            int state = 1;
            for (int i = 0; i < STEPS; i++) {
                state = state * 1_664_525 + 1_013_904_223 ^ state >>> 7;
            }
            // The result is looked at, so that the work is not optimised away.
            if (state == 0) {
                throw new IllegalStateException("the work came out as nothing");
            }
        }
    }
}
