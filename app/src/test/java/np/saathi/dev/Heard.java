package np.saathi.dev;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a phone has heard since the call was answered; it grows while the call lasts. Times are since the answer
 * and are taken from the sound itself. Waiting for a sentence moves on: the next wait looks behind what was found.
 */
public final class Heard {
    /** 60 ms. */
    private static final int PEAK = 3 * Timeline.FRAME;
    /** Music as loud as the words leaves 0.69 of them; other words of the same voice stay below 0.55. */
    private static final double UNDER_MUSIC = 0.65;
    /** A busy machine hands frames out late, when silence already stood in their place: by 10 s at most. */
    private static final int LATE = 10 * Timeline.RATE;
    /** Five frames: each look compares seconds of sound, and many phones listen at once. */
    private static final long LOOK_AGAIN_MILLIS = 100;
    /** What is the very same sound is found at every look; what is only alike, under voices or damaged, every half second. */
    private static final int LIKENESS_EVERY = 5;
    private static final Duration DIAGNOSED = Duration.ofSeconds(30);

    private final Timeline timeline;
    private final SpokenPrompts prompts;
    private final Recogniser recogniser;
    private final BooleanSupplier isUp;
    /** The first frame behind what was found last. */
    private int cursor;

    Heard(Timeline timeline, SpokenPrompts prompts, BooleanSupplier isUp) {
        this.timeline = timeline;
        this.prompts = prompts;
        this.recogniser = new Recogniser(prompts);
        this.isUp = isUp;
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
        cursor = timeline.framesBefore(Timeline.position(now()));
    }

    /** Returns as soon as the beginning of the sentence was heard, after the one awaited before; fails in time. */
    public synchronized PromptHeard awaitPrompt(String key, String language, Duration atMost) {
        SpokenPrompt prompt = prompts.get(key, language);
        SoundPattern pattern = prompt.signature().pattern();
        Searched searched = new Searched();
        int[] looks = {0};
        long end = System.nanoTime() + atMost.toNanos();
        Optional<SoundPattern.Match> match = awaitSound(atMost, sound -> {
            int from = Math.max(searched.upTo(), timeline.startOf(cursor));
            Optional<SoundPattern.Match> exact = prompt.exactIn(sound, from);
            boolean last = System.nanoTime() >= end || !isUp.getAsBoolean();
            if (exact.isPresent() || ++looks[0] % LIKENESS_EVERY != 0 && !last) {
                return exact;
            }
            Optional<SoundPattern.Match> found = pattern.find(sound, from, sound.length, UNDER_MUSIC).stream()
                    .filter(near -> isPeak(near, pattern, sound)).findFirst();
            // What has begun may be held up on its way to its end: it is looked for from its beginning again.
            searched.all(sound.length, pattern.length() + SpokenPrompt.HELD_UP);
            return found.or(() -> prompt.damagedIn(sound, from).stream().findFirst());
        });
        PromptHeard heard = match.map(at -> heard(prompt, at)).orElseThrow(() -> new AssertionError(
                "did not hear %s within %.1f s (likeness %.2f at most); %s; all of it: %s".formatted(prompt,
                        seconds(atMost), pattern.best(timeline.samples()), diagnosis(),
                        HeardFile.of(prompt.toString(), timeline.samples()))));
        cursor = timeline.framesBefore(match.get().at() + pattern.length() / 2);
        return heard;
    }

    /** Waits for one of these sentences, whichever is said; its key. */
    public String awaitAny(String language, Duration atMost, String... keys) {
        return awaitSound(atMost, sound -> Stream.of(keys)
                .filter(key -> !prompts.get(key, language).heardIn(sound).isEmpty()).findFirst())
                .orElseThrow(() -> new AssertionError("heard none of %s within %.1f s".formatted(List.of(keys),
                        seconds(atMost))));
    }

    /** Waits for these sentences, one after the other. */
    public List<PromptHeard> awaitInOrder(String language, Duration atMostEach, String... keys) {
        List<PromptHeard> heard = new ArrayList<>();
        for (String key : keys) {
            heard.add(awaitPrompt(key, language, atMostEach));
        }
        return heard;
    }

    /** Waits until a sentence that began is over, by itself or cut. */
    public PromptHeard.End awaitEndOf(PromptHeard heard, Duration atMost) {
        SpokenPrompt prompt = prompts.get(heard.key(), heard.language());
        PromptFollower follower = new PromptFollower(prompt.sound(), Timeline.position(heard.start()));
        return awaitSound(atMost, sound -> follower.end(sound, !isUp.getAsBoolean()))
                .map(end -> new PromptHeard.End(Timeline.time(end.at()), end.whole()))
                .orElseThrow(() -> new AssertionError(heard + " did not end within " + seconds(atMost) + " s"));
    }

    /** Every time the sentence was heard so far. */
    public List<PromptHeard> times(String key, String language) {
        SpokenPrompt prompt = prompts.get(key, language);
        return prompt.heardIn(timeline.samples()).stream().map(at -> heard(prompt, at)).toList();
    }

    /** All sentences that began in a span, in their order, in every language. Some seconds' work. */
    public List<PromptHeard> prompts(Duration from, Duration to) {
        short[] sound = timeline.samples();
        return recogniser.sentences(sound, Timeline.position(from), Math.min(sound.length, Timeline.position(to)));
    }

    /** Whether a tone of that many Hertz sounded through the whole span (a tenth may be disturbed). */
    public boolean hasTone(int hertz, Duration from, Duration to) {
        return toneShare(hertz, from, to) >= 0.9;
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

    /** Whether music was heard in the span: sound most of the time (it has rests), and nothing that the line can say. */
    public boolean isMusic(Duration from, Duration to) {
        return audibleShare(from, to) >= 0.5
                && !recogniser.speaks(timeline.samples(), Timeline.position(from), Timeline.position(to));
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

    private Duration awaitSteady(int windows, Duration atMost, String what, Condition condition) {
        int[] from = {Timeline.position(now())};
        int[] held = {0};
        return awaitSound(atMost, sound -> {
            for (; from[0] + Levels.WINDOW <= sound.length; from[0] += Levels.WINDOW) {
                held[0] = condition.holds(sound, from[0]) ? held[0] + 1 : 0;
                if (held[0] >= windows) {
                    int first = from[0] - (windows - 1) * Levels.WINDOW;
                    return Optional.of(Timeline.time(beginning(sound, first, condition)));
                }
            }
            return Optional.empty();
        }).orElseThrow(() -> new AssertionError(
                "did not hear %s within %.1f s; %s".formatted(what, seconds(atMost), diagnosis())));
    }

    /** How much of a growing recording needs no second look. */
    private final class Searched {
        private int frame = -1;
        private int start;
        private int good;
        private int provisional;

        /** As far as was looked; while frames that come late move what was heard, as far as nothing moves any more. */
        int upTo() {
            return frame >= 0 && timeline.startOf(frame) == start ? provisional : good;
        }

        /** @param margin of what was cut off by the recording's end */
        void all(int length, int margin) {
            good = Math.max(good, Math.min(length, Math.max(timeline.settled(), length - LATE)) - margin);
            frame = timeline.framesBefore(length) - 1;
            start = timeline.startOf(frame);
            provisional = Math.max(good, Math.min(length, start) - margin);
        }
    }

    private interface Look<T> {
        Optional<T> at(short[] sound);
    }

    /**
     * Looks again as the recording grows; a last time when the call has ended. A look computes for long, and the app
     * that serves the call often runs in this very process: on virtual threads, of which only as many run at once as
     * there are processors, until they wait. A few listeners among them, and no call is served for seconds.
     */
    private <T> Optional<T> awaitSound(Duration atMost, Look<T> look) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("listen on a platform thread: virtual ones are the app's");
        }
        return Wait.until(atMost, LOOK_AGAIN_MILLIS, () -> {
            boolean over = !isUp.getAsBoolean();
            Optional<T> seen = look.at(timeline.samples());
            return seen.isPresent() || over ? Optional.of(seen) : Optional.empty();
        }).flatMap(seen -> seen);
    }

    /** A voice is alike to itself a few pitches earlier: the real place may be just about to come. */
    private boolean isPeak(SoundPattern.Match match, SoundPattern pattern, short[] sound) {
        return match.likeness() > 0.95 || match.at() + pattern.length() + PEAK <= sound.length || !isUp.getAsBoolean();
    }

    private static PromptHeard heard(SpokenPrompt prompt, SoundPattern.Match match) {
        Duration start = Timeline.time(match.at() - (long) prompt.signature().offset());
        return new PromptHeard(prompt.key(), prompt.language(), start, prompt.length());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** What was heard instead: the first question of whoever reads a failed test. */
    private String diagnosis() {
        Duration now = now();
        Duration from = now.compareTo(DIAGNOSED) > 0 ? now.minus(DIAGNOSED) : Duration.ZERO;
        String sentences = prompts(from, now).stream().map(PromptHeard::toString).collect(Collectors.joining(", "));
        return "the call is %s at %.1f s; heard in the last %.0f s: %s, with sound in %.0f %% of the time"
                .formatted(isUp.getAsBoolean() ? "up" : "over", seconds(now), seconds(now.minus(from)),
                        sentences.isEmpty() ? "no sentence" : sentences, 100 * audibleShare(from, now));
    }
}
