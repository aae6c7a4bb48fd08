package np.saathi.dev.hearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Knows coded prompts. A number counts once it was read three times, 20 ms apart; then it is followed until it is gone.
 * The marks at both ends tell a prompt that is said again from one that was disturbed, and its end from a cut.
 */
final class CodedEar implements PromptEar {
    private static final int STEP = Timeline.FRAME;
    private static final int SURE = 3;
    /** Readings that are missing so long mean that it is over; other sounds or a lost frame take fewer. 240 ms. */
    private static final int GONE = 12 * STEP;
    /** Behind the mark of its end no more is awaited: 60 ms. */
    private static final int GONE_BEHIND_END = 3 * STEP;
    /** A window of sound is read from here on, and up to here: where so much of it, weighted, is the tone. */
    private static final int READ_BEFORE = ToneReader.WINDOW * 43 / 100 - STEP / 2;
    private static final int READ_UPTO = ToneReader.WINDOW - READ_BEFORE;

    private final IntFunction<Optional<String>> names;
    private final List<Hearing> all = new ArrayList<>();
    private short[] recent = new short[0];
    /** Where {@link #recent} begins. */
    private long position;
    private @Nullable Hearing current;
    private @Nullable Candidate candidate;

    /** One prompt being heard. */
    private static final class Hearing {
        private final String name;
        private final int number;
        private final long from;
        private long last;
        private boolean beginOver;
        private boolean whole;
        private boolean over;

        Hearing(String name, Candidate first) {
            this.name = name;
            this.number = first.number;
            this.from = Math.max(0, first.from + READ_BEFORE);
            this.last = first.last;
            this.whole = first.ends;
        }

        void goesOn(long window, ToneReader.Reading reading) {
            last = window;
            over = false;
            whole |= reading.ends();
            beginOver |= !reading.begins();
        }

        boolean isGoneAt(long window) {
            return window - last >= (whole ? GONE_BEHIND_END : GONE);
        }

        Sighting sighting() {
            return new Sighting(name, from, last + READ_UPTO, over, whole);
        }
    }

    /** A number that was read, but not yet often enough. */
    private static final class Candidate {
        private final int number;
        private final long from;
        private long last;
        private int times;
        private boolean begins;
        private boolean ends;

        Candidate(int number, long from) {
            this.number = number;
            this.from = from;
        }
    }

    /** @param names of the numbers that are in use */
    CodedEar(IntFunction<Optional<String>> names) {
        this.names = names;
    }

    @Override
    public void add(short[] samples) {
        short[] sound = Arrays.copyOf(recent, recent.length + samples.length);
        System.arraycopy(samples, 0, sound, recent.length, samples.length);
        int at = 0;
        for (; at + ToneReader.WINDOW <= sound.length; at += STEP) {
            take(position + at, ToneReader.read(sound, at));
        }
        recent = Arrays.copyOfRange(sound, at, sound.length);
        position += at;
    }

    private void take(long window, ToneReader.Reading reading) {
        Hearing now = current;
        if (now != null && goesOn(now, reading)) {
            now.goesOn(window, reading);
            candidate = null;
            return;
        }
        if (now != null && now.isGoneAt(window)) {
            end(now);
        }
        reading.number().ifPresent(number -> consider(number, window, reading));
    }

    private static boolean goesOn(Hearing now, ToneReader.Reading reading) {
        return reading.number().isPresent() && reading.number().getAsInt() == now.number
                && !(reading.begins() && now.beginOver);
    }

    private void consider(int number, long window, ToneReader.Reading reading) {
        Candidate known = candidate;
        if (known == null || known.number != number || window - known.last > GONE) {
            known = new Candidate(number, window);
            candidate = known;
        }
        known.last = window;
        known.times++;
        known.begins |= reading.begins();
        known.ends |= reading.ends();
        if (known.times >= SURE) {
            candidate = null;
            begin(known);
        }
    }

    private void begin(Candidate sure) {
        if (current != null) {
            end(current);
        }
        Hearing before = all.isEmpty() ? null : all.getLast();
        // Disturbed for a while, or held up by a busy machine: the same one, not another.
        if (before != null && before.number == sure.number && !before.whole && !sure.begins) {
            before.goesOn(sure.last, new ToneReader.Reading(java.util.OptionalInt.of(sure.number), false, sure.ends));
            current = before;
            return;
        }
        names.apply(sure.number).ifPresent(name -> {
            Hearing begun = new Hearing(name, sure);
            all.add(begun);
            current = begun;
        });
    }

    private void end(Hearing hearing) {
        hearing.over = true;
        current = null;
    }

    @Override
    public void pause() {
        if (current != null) {
            end(current);
        }
        // What comes next has nothing to do with it: a window of both would begin before the pause.
        position += recent.length;
        recent = new short[0];
    }

    @Override
    public List<Sighting> heard() {
        return all.stream().map(Hearing::sighting).toList();
    }
}
