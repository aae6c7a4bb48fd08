package np.saathi.dev;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One sentence as it sounds, and by what it is known: sentences often begin alike ("To the group, press …"), so it is
 * the piece of at least 0.6 s that ends first and is found in no other sentence of the language.
 */
public final class SpokenPrompt {
    private static final int SIGNATURE = Timeline.RATE * 6 / 10;
    /** Half a signature must be the more alike. */
    private static final double HALF = 0.85;
    /** So much of a signature's end may be damaged itself: 100 ms. */
    private static final int LOST = Timeline.RATE / 10;
    /** Whole frames may come that much later than the ones before: 2 s. */
    static final int HELD_UP = 2 * Timeline.RATE;
    private static final int LONGEST = Timeline.RATE * 2;
    private static final int STEP = Timeline.RATE * 2 / 10;

    private final String key;
    private final String language;
    private final short[] sound;
    private final SpokenPrompts others;
    private @Nullable Signature signature;
    private @Nullable Signature opening;

    /** Where in the sentence it begins, and the sound; its halves too, one of which is whole where sound was lost. */
    record Signature(int offset, SoundPattern pattern, SoundPattern first, SoundPattern second) {
        static Signature of(short[] sound, int offset, int length) {
            int half = length / 2;
            return new Signature(offset, new SoundPattern(sound, offset, length),
                    new SoundPattern(sound, offset, half), new SoundPattern(sound, offset + half, length - half));
        }

        int end() {
            return offset + pattern.length();
        }
    }

    SpokenPrompt(String key, String language, short[] sound, SpokenPrompts others) {
        this.key = key;
        this.language = language;
        this.sound = sound;
        this.others = others;
    }

    public String key() {
        return key;
    }

    public String language() {
        return language;
    }

    /** As it is decoded from G.711 A-law: 8000 samples a second. */
    public short[] sound() {
        return sound;
    }

    Duration length() {
        return Timeline.time(sound.length);
    }

    /** Whether there is anything to hear in it: pauses are prompts too. */
    boolean isAudible() {
        return sound.length >= Levels.WINDOW
                && Levels.share(sound, 0, sound.length, at -> Levels.whole(sound, at, Levels.WINDOW) > -45) > 0;
    }

    /** Its first 0.6 s, which other sentences may share. */
    synchronized Signature opening() {
        if (opening == null) {
            int begin = firstSound();
            opening = Signature.of(sound, begin, Math.min(SIGNATURE, sound.length - begin));
        }
        return opening;
    }

    /** What it alone has. */
    synchronized Signature signature() {
        if (signature == null) {
            signature = find();
        }
        return signature;
    }

    /**
     * Where its signature begins in a recording in which frames were lost or came late within it: a half of it is still
     * alike, and the sentence can be followed to its signature's end.
     */
    List<SoundPattern.Match> damagedIn(short[] recording, int from) {
        int half = signature().pattern().length() / 2;
        Stream<Integer> begins = Stream.concat(
                signature().first().find(recording, from, recording.length, HALF).stream().map(SoundPattern.Match::at),
                signature().second().find(recording, from, recording.length, HALF).stream()
                        .map(match -> match.at() - half));
        return begins
                .filter(begin -> begin + half >= from && new PromptFollower(sound, begin - signature().offset())
                        .reaches(recording, signature().end() - LOST))
                .map(begin -> new SoundPattern.Match(begin, HALF)).toList();
    }

    /**
     * Where its signature begins in a recording, frame by frame the very same samples: so it arrives on this machine
     * while nothing is mixed with it, though a busy one holds frames up on the way. Far cheaper to look for than what
     * is merely alike.
     */
    Optional<SoundPattern.Match> exactIn(short[] recording, int from) {
        List<Integer> frames = loudFrames(signature());
        for (int at = Math.max(0, from); at + Timeline.FRAME <= recording.length; at++) {
            if (!frames.isEmpty() && isFrame(frames.getFirst(), recording, at) && goesOn(frames, recording, at)) {
                return Optional.of(new SoundPattern.Match(
                        Math.max(0, at - (frames.getFirst() - signature().offset())), 1));
            }
        }
        return Optional.empty();
    }

    /** Where in the sentence the frames begin that carry its signature; what is played arrives in just these. */
    private List<Integer> loudFrames(Signature piece) {
        List<Integer> loud = new ArrayList<>();
        int first = (piece.offset() + Timeline.FRAME - 1) / Timeline.FRAME * Timeline.FRAME;
        for (int at = first; at + Timeline.FRAME <= piece.end(); at += Timeline.FRAME) {
            if (Levels.whole(sound, at, Timeline.FRAME) > -45) {
                loud.add(at);
            }
        }
        return loud;
    }

    private boolean goesOn(List<Integer> frames, short[] recording, int begin) {
        int at = begin;
        for (int i = 1; i < frames.size(); i++) {
            at += frames.get(i) - frames.get(i - 1);
            int latest = at + HELD_UP;
            while (!isFrame(frames.get(i), recording, at)) {
                at += Timeline.FRAME;
                if (at > latest) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isFrame(int begin, short[] recording, int at) {
        return at + Timeline.FRAME <= recording.length
                && Arrays.equals(sound, begin, begin + Timeline.FRAME, recording, at, at + Timeline.FRAME);
    }

    /** Every place where its signature begins, damaged or not, in their order. */
    List<SoundPattern.Match> heardIn(short[] recording) {
        List<SoundPattern.Match> heard = new ArrayList<>(
                signature().pattern().find(recording, 0, recording.length));
        for (SoundPattern.Match damaged : damagedIn(recording, 0)) {
            if (heard.stream()
                    .noneMatch(known -> Math.abs(known.at() - damaged.at()) < signature().pattern().length())) {
                heard.add(damaged);
            }
        }
        heard.sort(Comparator.comparingInt(SoundPattern.Match::at));
        return heard;
    }

    private Signature find() {
        int begin = firstSound();
        int all = sound.length - begin;
        int shortest = Math.min(SIGNATURE, all);
        List<SpokenPrompt> rivals = List.of();
        for (int end = shortest; end <= all; end += STEP) {
            // From the beginning, or only the newest, where the beginning is shared.
            for (int length : new int[]{Math.min(end, LONGEST), shortest}) {
                int from = begin + end - length;
                SoundPattern pattern = new SoundPattern(sound, from, length);
                if (rivals.stream().anyMatch(rival -> pattern.best(rival.sound) > SoundPattern.ALIKE)) {
                    continue;
                }
                rivals = others.spokenIn(language).containing(sound, from, length).stream()
                        .filter(other -> other != this).toList();
                if (rivals.isEmpty()) {
                    return Signature.of(sound, from, length);
                }
            }
        }
        // All of it is part of another sentence (a number within a larger one): then its most is its best.
        return Signature.of(sound, begin, Math.min(all, LONGEST));
    }

    private int firstSound() {
        int step = Timeline.RATE / 100;
        for (int at = 0; at + step <= sound.length; at += step) {
            if (Levels.whole(sound, at, step) > -45) {
                return at;
            }
        }
        throw new IllegalStateException(this + " is silent");
    }

    @Override
    public String toString() {
        return language + "/" + key;
    }
}
