package np.saathi.dev.hearing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import np.saathi.dev.hearing.PromptEar.Sighting;
import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.MachineSpeed;

/**
 * All that a phone has heard since the call was answered; it grows while the call lasts. Times are since the answer
 * and are taken from the sound itself. Waiting for a prompt moves on: the next wait looks behind what was found. All
 * deadlines stretch with the machine ({@link MachineSpeed}).
 */
public final class Heard {
    /** Waits look at what has come at least that often, for a call that ended or a deadline. */
    private static final long LOOK_AGAIN_MILLIS = 250;
    /** Sound that stays away so long has been stopped; a busy machine only holds it up. */
    private static final Duration STOPPED = Duration.ofMillis(1_500);

    private final Timeline timeline;
    private final PromptLibrary prompts;
    private final PromptEar ear;
    private final BooleanSupplier isUp;
    /** The first prompt behind what was found last, by its number. */
    private int cursor;
    private long lastFrame = System.nanoTime();

    public Heard(Timeline timeline, PromptLibrary prompts, BooleanSupplier isUp) {
        this.timeline = timeline;
        this.prompts = prompts;
        this.ear = prompts.ear();
        this.isUp = isUp;
    }

    /** A frame that has just come. */
    public synchronized void add(long nanoTime, short[] samples) {
        if (nanoTime - lastFrame > MachineSpeed.stretched(STOPPED).toNanos()) {
            ear.pause();
        }
        timeline.add(nanoTime, samples);
        ear.add(samples);
        lastFrame = nanoTime;
        notifyAll();
    }

    /** How long ago the call was answered. */
    public Duration now() {
        return timeline.clock();
    }

    /** How long the machine stood still in a span: no time that the line took. */
    public Duration stoodStill(Duration from, Duration to) {
        return timeline.stoodStill(from, to);
    }

    /** The samples themselves, 8000 a second. */
    public short[] samples() {
        return timeline.samples();
    }

    /** Goes on as if nothing before this moment had been heard. */
    public synchronized void forget() {
        cursor = ear.heard().size();
    }

    /** Returns as soon as the prompt has begun, after the one awaited before; fails in time. */
    public synchronized PromptHeard awaitPrompt(String key, String language, Duration atMost) {
        prompts.length(key, language); // who waits for what can't be said waits in vain
        String name = language + "/" + key;
        PromptHeard heard = await(atMost, () -> numbers(name).filter(number -> number >= cursor).findFirst()
                .map(this::heard)).orElseThrow(() -> missed(name, atMost));
        cursor = heard.number() + 1;
        return heard;
    }

    /** Waits for one of these prompts, whichever is said; its key. */
    public synchronized String awaitAny(String language, Duration atMost, String... keys) {
        return await(atMost, () -> Stream.of(keys).filter(key -> numbers(language + "/" + key).findAny().isPresent())
                .findFirst()).orElseThrow(() -> missed("any of " + List.of(keys), atMost));
    }

    /** Waits for these prompts, one after the other. */
    public List<PromptHeard> awaitInOrder(String language, Duration atMostEach, String... keys) {
        List<PromptHeard> heard = new ArrayList<>();
        for (String key : keys) {
            heard.add(awaitPrompt(key, language, atMostEach));
        }
        return heard;
    }

    /** Waits until a prompt that began is over, by itself or cut. */
    public synchronized PromptHeard.End awaitEndOf(PromptHeard heard, Duration atMost) {
        return await(atMost, () -> {
            if (!isUp.getAsBoolean() || System.nanoTime() - lastFrame > MachineSpeed.stretched(STOPPED).toNanos()) {
                ear.pause();
            }
            Sighting sighting = ear.heard().get(heard.number());
            return sighting.over()
                    ? Optional.of(new PromptHeard.End(time(sighting.to()), sighting.whole()))
                    : Optional.empty();
        }).orElseThrow(() -> new AssertionError(heard + " did not end within " + seconds(atMost) + " s"));
    }

    /** Every time the prompt was heard so far. */
    public synchronized List<PromptHeard> times(String key, String language) {
        return numbers(language + "/" + key).map(this::heard).toList();
    }

    /** All prompts that began in a span, in their order, in every language. */
    public synchronized List<PromptHeard> prompts(Duration from, Duration to) {
        return IntStream.range(0, ear.heard().size()).mapToObj(this::heard)
                .filter(heard -> heard.start().compareTo(from) >= 0 && heard.start().compareTo(to) < 0).toList();
    }

    /**
     * Whether a tone of that many Hertz sounded through the whole span. A tenth may be disturbed, and on a slow machine so
     * much more of it as it is slower, for sound is mixed there with gaps: up to four tenths.
     */
    public boolean hasTone(int hertz, Duration from, Duration to) {
        return toneShare(hertz, from, to) >= 1 - Math.min(0.4, 0.1 * MachineSpeed.factor());
    }

    /** Whether it was to be heard nowhere in the span; a voice may touch its pitch for less than 0.3 s. */
    public boolean lacksTone(int hertz, Duration from, Duration to) {
        short[] sound = timeline.samples();
        int[] run = {0};
        return Levels.share(sound, Timeline.position(from), Timeline.position(to), at -> {
            run[0] = Levels.isTone(hertz, sound, at) ? run[0] + 1 : 0;
            return run[0] >= 3;
        }) == 0;
    }

    /** The share of the span, 0 to 1, in which the tone sounded. */
    public double toneShare(int hertz, Duration from, Duration to) {
        short[] sound = timeline.samples();
        return Levels.share(sound, Timeline.position(from), Timeline.position(to),
                at -> Levels.isTone(hertz, sound, at));
    }

    /** The level of one frequency over a span, in decibels below the loudest; disguised voices are known by it. */
    public double level(int hertz, Duration from, Duration to) {
        short[] sound = timeline.samples();
        int start = Timeline.position(from);
        return Levels.at(hertz, sound, start, Math.min(sound.length, Timeline.position(to)) - start);
    }

    /** Waits until the tone has sounded for half a second; returns when it began. */
    public Duration awaitTone(int hertz, Duration atMost) {
        return awaitSteady(5, atMost, "a tone of " + hertz + " Hz", (sound, at) -> Levels.isTone(hertz, sound, at));
    }

    /** Waits until the tone has been gone for half a second; returns since when. */
    public Duration awaitNoTone(int hertz, Duration atMost) {
        return awaitSteady(5, atMost, "the end of " + hertz + " Hz", (sound, at) -> !Levels.isTone(hertz, sound, at));
    }

    /** Waits until nothing was heard for that long; returns since when. */
    public Duration awaitSilence(Duration lasting, Duration atMost) {
        return awaitSteady((int) (lasting.toMillis() / 100), atMost, "silence",
                (sound, at) -> Levels.whole(sound, at, Levels.WINDOW) < Levels.SILENCE);
    }

    /** Whether nothing at all was heard in the span. */
    public boolean isSilent(Duration from, Duration to) {
        return audibleShare(from, to) == 0;
    }

    /** The share of the span, 0 to 1, in which anything was heard. */
    public double audibleShare(Duration from, Duration to) {
        short[] sound = timeline.samples();
        return Levels.share(sound, Timeline.position(from), Timeline.position(to),
                at -> Levels.whole(sound, at, Levels.WINDOW) > Levels.SILENCE);
    }

    /** Whether music was heard in the span: sound most of the time (it has rests), and no prompt. */
    public boolean isMusic(Duration from, Duration to) {
        return audibleShare(from, to) >= 0.5 && prompts(from, to).isEmpty();
    }

    private interface Condition {
        boolean holds(short[] sound, int window);
    }

    /** To the frame: a window that was looked at may begin up to its own length late. */
    private static int beginning(short[] sound, int window, Condition condition) {
        int at = window;
        while (at >= Timeline.FRAME && window - at < Levels.WINDOW && condition.holds(sound, at - Timeline.FRAME)) {
            at -= Timeline.FRAME;
        }
        return at;
    }

    private synchronized Duration awaitSteady(int windows, Duration atMost, String what, Condition condition) {
        int[] from = {Timeline.position(now())};
        int[] held = {0};
        return await(atMost, () -> {
            short[] sound = timeline.samples();
            for (; from[0] + Levels.WINDOW <= sound.length; from[0] += Levels.WINDOW) {
                held[0] = condition.holds(sound, from[0]) ? held[0] + 1 : 0;
                if (held[0] >= windows) {
                    int first = from[0] - (windows - 1) * Levels.WINDOW;
                    return Optional.of(Timeline.time(beginning(sound, first, condition)));
                }
            }
            return Optional.empty();
        }).orElseThrow(() -> missed(what, atMost));
    }

    /** Looks whenever sound has come; a last time when the call has ended or the time is over. */
    private <T> Optional<T> await(Duration atMost, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + MachineSpeed.stretched(atMost).toNanos();
        while (true) {
            boolean last = !isUp.getAsBoolean() || System.nanoTime() >= end;
            Optional<T> seen = look.get();
            if (seen.isPresent() || last) {
                return seen;
            }
            try {
                wait(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DevServiceException("interrupted while listening", e);
            }
        }
    }

    private Stream<Integer> numbers(String name) {
        List<Sighting> all = ear.heard();
        return IntStream.range(0, all.size()).filter(number -> all.get(number).name().equals(name)).boxed();
    }

    private PromptHeard heard(int number) {
        Sighting sighting = ear.heard().get(number);
        int slash = sighting.name().indexOf('/');
        String language = sighting.name().substring(0, slash);
        String key = sighting.name().substring(slash + 1);
        return new PromptHeard(key, language, time(sighting.from()), prompts.length(key, language), number);
    }

    /** Of a place in the sound that came, however late its frame was. */
    private Duration time(long place) {
        return Timeline.time(timeline.startOf((int) (place / Timeline.FRAME)) + place % Timeline.FRAME);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** What was heard instead is the first question of whoever reads a failed test. */
    private AssertionError missed(String what, Duration atMost) {
        Duration now = now();
        String all = prompts(Duration.ZERO, now).stream().map(PromptHeard::toString)
                .collect(Collectors.joining(", "));
        return new AssertionError(
                ("did not hear %s within %.1f s; the call is %s at %.1f s; heard in it: %s, with sound"
                        + " in %.0f %% of the time; all of it: %s").formatted(what,
                                seconds(MachineSpeed.stretched(atMost)),
                                isUp.getAsBoolean() ? "up" : "over", seconds(now), all.isEmpty() ? "no prompt" : all,
                                100 * audibleShare(Duration.ZERO, now), HeardFile.of(what, timeline.samples())));
    }
}
