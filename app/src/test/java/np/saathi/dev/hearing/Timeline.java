package np.saathi.dev.hearing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import np.saathi.dev.process.Standstill;

/**
 * What was heard on one call, each sample at its time since the answer. Sound comes in frames; while the other side
 * sends nothing no frame comes, and a busy machine may hand out frames late and in a bunch. The first is a gap and
 * becomes silence; the second is not. They are told apart by looking ahead: after a bunch the clock has caught up.
 * Where the exchange itself was held up the clock never catches up; so far as that is short, the silence is put where
 * nothing is said, and words stay whole.
 */
public final class Timeline {
    /** Samples a second. */
    public static final int RATE = 8_000;
    /** Samples in a frame of 20 ms. */
    static final int FRAME = RATE / 50;
    /** How far to look ahead, in frames: 3 s, since a shared machine may hold its processes up as long. */
    private static final int AHEAD = 150;
    /** Samples that a frame may be late before silence is put in: 60 ms. */
    private static final int SLACK = 480;

    /** And within words: half a second. No word holds its breath that long, and no key cuts one to begin another. */
    private static final int SLACK_IN_WORDS = RATE / 2;

    private record Frame(long clock, short[] samples) {
        boolean isLoud() {
            return Levels.whole(samples, 0, samples.length) > Levels.SILENCE;
        }
    }

    private final long zero;
    private final Deque<Frame> unsettled = new ArrayDeque<>();
    private short[] settled = new short[RATE * 10];
    private int end;
    private boolean loudAtEnd;
    /** Where each settled frame begins. */
    private int[] starts = new int[512];
    private int frames;

    /** @param zero {@link System#nanoTime()} when the call was answered */
    public Timeline(long zero) {
        this.zero = zero;
        Standstill.watched();
    }

    /** A frame that has just come. */
    synchronized void add(long nanoTime, short[] samples) {
        unsettled.add(new Frame(position(nanoTime) - samples.length, samples));
        if (unsettled.size() > AHEAD) {
            int at = place(end, loudAtEnd);
            Frame first = unsettled.remove();
            loudAtEnd = first.isLoud();
            room(at + first.samples().length);
            System.arraycopy(first.samples(), 0, settled, at, first.samples().length);
            end = at + first.samples().length;
            starts = frames < starts.length ? starts : Arrays.copyOf(starts, 2 * frames);
            starts[frames++] = at;
        }
    }

    /** How many frames begin before a position. Unlike the position it stays true when late frames find their place. */
    synchronized int framesBefore(int position) {
        int[] all = allStarts();
        int found = Arrays.binarySearch(all, position);
        return found < 0 ? -found - 1 : found;
    }

    /** Where that frame begins as far as is known now; one that has not come yet, behind all others. */
    synchronized int startOf(int frame) {
        if (frame < frames) {
            return frame < 0 ? 0 : starts[frame];
        }
        int[] all = allStarts();
        return frame < all.length ? all[frame] : all.length == 0 ? 0 : all[all.length - 1] + FRAME;
    }

    private int[] allStarts() {
        int[] all = Arrays.copyOf(starts, frames + unsettled.size());
        int[] next = {frames};
        inPlace((at, _) -> all[next[0]++] = at);
        return all;
    }

    private interface Placing {
        void at(int position, Frame frame);
    }

    /** Goes through the unsettled frames, each where it belongs as far as is known now; returns where the last ends. */
    private int inPlace(Placing placing) {
        Deque<Frame> all = new ArrayDeque<>(unsettled);
        int at = end;
        boolean loud = loudAtEnd;
        while (!unsettled.isEmpty()) {
            at = place(at, loud);
            Frame frame = unsettled.remove();
            loud = frame.isLoud();
            placing.at(at, frame);
            at += frame.samples().length;
        }
        unsettled.addAll(all);
        return at;
    }

    /** Where the first unsettled frame belongs, when the ones before end there. */
    private int place(int endBefore, boolean loudBefore) {
        boolean inWords = loudBefore && unsettled.element().isLoud();
        long earliest = Long.MAX_VALUE;
        long samples = 0;
        for (Frame frame : unsettled) {
            earliest = Math.min(earliest, frame.clock() - samples);
            samples += frame.samples().length;
        }
        if (earliest <= endBefore + (inWords ? SLACK_IN_WORDS : SLACK)) {
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
        int[] last = {end};
        int until = inPlace((_, _) -> {});
        short[] all = Arrays.copyOf(settled, Math.max(until, now() + RATE));
        Arrays.fill(all, end, all.length, (short) 0);
        inPlace((at, frame) -> {
            System.arraycopy(frame.samples(), 0, all, at, frame.samples().length);
            last[0] = at + frame.samples().length;
        });
        return Arrays.copyOf(all, Math.max(last[0], now() - RATE / 2));
    }

    /** Up to which sample all is known for good: what comes late still comes behind it. */
    synchronized int settled() {
        return end;
    }

    /** How long the machine stood still in a span. */
    Duration stoodStill(Duration from, Duration to) {
        return Duration.ofNanos(Standstill.between(zero + from.toNanos(), zero + to.toNanos()));
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
