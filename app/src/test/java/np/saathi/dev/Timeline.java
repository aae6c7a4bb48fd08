package np.saathi.dev;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What was heard on one call, each sample at its time since the answer. Sound comes in frames; while the other side
 * sends nothing no frame comes, and a busy machine may hand out frames late and in a bunch. The first is a gap and
 * becomes silence; the second is not. They are told apart by looking ahead: after a bunch the clock has caught up.
 */
final class Timeline {
    /** Samples a second. */
    static final int RATE = 8_000;
    /** Samples in a frame of 20 ms. */
    static final int FRAME = RATE / 50;
    /** How far to look ahead, in frames: half a second. */
    private static final int AHEAD = 25;
    /** Samples that a frame may be late before silence is put in: 60 ms. */
    private static final int SLACK = 480;

    private record Frame(long clock, short[] samples) {}

    private final long zero;
    private final Deque<Frame> unsettled = new ArrayDeque<>();
    private short[] settled = new short[RATE * 10];
    private int end;

    /** @param zero {@link System#nanoTime()} when the call was answered */
    Timeline(long zero) {
        this.zero = zero;
    }

    /** A frame that has just come. */
    synchronized void add(long nanoTime, short[] samples) {
        unsettled.add(new Frame(position(nanoTime) - samples.length, samples));
        if (unsettled.size() > AHEAD) {
            int at = place(end);
            Frame first = unsettled.remove();
            room(at + first.samples().length);
            System.arraycopy(first.samples(), 0, settled, at, first.samples().length);
            end = at + first.samples().length;
        }
    }

    /** Where the first unsettled frame belongs, when the ones before end there. */
    private int place(int endBefore) {
        long earliest = Long.MAX_VALUE;
        long samples = 0;
        for (Frame frame : unsettled) {
            earliest = Math.min(earliest, frame.clock() - samples);
            samples += frame.samples().length;
        }
        if (earliest <= endBefore + SLACK) {
            return endBefore;
        }
        // By whole frames: a sentence that went on late is then still in step with itself.
        return endBefore + Math.toIntExact((earliest - endBefore) / FRAME * FRAME);
    }

    private void room(int needed) {
        if (needed > settled.length) {
            settled = Arrays.copyOf(settled, Math.max(needed, settled.length * 2));
        }
    }

    /**
     * All that was heard until now. Where nothing has come for a while that counts as heard silence, up to the moment
     * that a late frame could still belong to.
     */
    synchronized short[] samples() {
        int at = end;
        Deque<Frame> rest = new ArrayDeque<>(unsettled);
        short[] all = Arrays.copyOf(settled, Math.max(end, now() + RATE));
        int last = end;
        while (!unsettled.isEmpty()) {
            at = place(at);
            Frame frame = unsettled.remove();
            if (at + frame.samples().length > all.length) {
                all = Arrays.copyOf(all, at + frame.samples().length + RATE);
            }
            System.arraycopy(frame.samples(), 0, all, at, frame.samples().length);
            at += frame.samples().length;
            last = at;
        }
        unsettled.addAll(rest);
        return Arrays.copyOf(all, Math.max(last, now() - RATE / 2));
    }

    private int now() {
        return Math.max(0, Math.toIntExact(position(System.nanoTime())));
    }

    private long position(long nanoTime) {
        return (nanoTime - zero) * RATE / 1_000_000_000L;
    }

    /** Time since the answer. */
    Duration clock() {
        return Duration.ofNanos(System.nanoTime() - zero);
    }

    static Duration time(long position) {
        return Duration.ofNanos(position * 1_000_000_000L / RATE);
    }

    static int position(Duration time) {
        return Math.toIntExact(time.toNanos() * RATE / 1_000_000_000L);
    }
}
