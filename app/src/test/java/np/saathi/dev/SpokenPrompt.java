package np.saathi.dev;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence as it sounds, and by what it is known: the first 0.6 s of it that no other sentence of the language
 * has. Sentences often begin alike ("To the group, press …"), so this is not always the beginning.
 */
final class SpokenPrompt {
    private static final int SIGNATURE = Timeline.RATE * 6 / 10;
    private static final int STEP = Timeline.RATE * 2 / 10;
    /** A little under what counts as found, for what a call does to a sound. */
    private static final double ALIKE = SoundPattern.FOUND - 0.05;
    /** Sounds that are alike are so at an eighth of the rate too; this is well below what they show there. */
    private static final double MAYBE_ALIKE = 0.45;
    private static final int COARSER = 8;

    private final String key;
    private final String language;
    private final short[] sound;
    private final short[] coarse;
    private final SpokenPrompts others;
    private @Nullable Signature signature;

    /** Where in the sentence it begins, and the sound. */
    record Signature(int offset, SoundPattern pattern) {}

    SpokenPrompt(String key, String language, short[] sound, SpokenPrompts others) {
        this.key = key;
        this.language = language;
        this.sound = sound;
        this.coarse = coarse(sound);
        this.others = others;
    }

    String key() {
        return key;
    }

    String language() {
        return language;
    }

    short[] sound() {
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

    /** Whether its beginning could be in the sound: cheap, and wrong only on the side of yes. */
    boolean maybeIn(short[] heard, int from, int to) {
        int begin = firstSound() / COARSER;
        int length = Math.min(SIGNATURE / COARSER, coarse.length - begin);
        short[] span = coarse(Arrays.copyOfRange(heard, from, to));
        return SoundPattern.coarse(coarse, begin, length).best(span) > MAYBE_ALIKE;
    }

    synchronized Signature signature() {
        if (signature == null) {
            signature = find();
        }
        return signature;
    }

    private Signature find() {
        int begin = firstSound();
        List<SpokenPrompt> rivals = others.all(language).stream().filter(other -> other != this)
                .filter(SpokenPrompt::isAudible).toList();
        int length = Math.min(SIGNATURE, sound.length - begin);
        for (int at = begin; at + length <= sound.length; at += STEP) {
            SoundPattern pattern = new SoundPattern(sound, at, length);
            SoundPattern rough = SoundPattern.coarse(coarse, at / COARSER, length / COARSER);
            if (rivals.stream().filter(other -> rough.best(other.coarse) > MAYBE_ALIKE)
                    .noneMatch(other -> pattern.best(other.sound) > ALIKE)) {
                return new Signature(at, pattern);
            }
        }
        // All of it is part of another sentence (a number within a larger one): then its most is its best.
        int most = Math.min(sound.length - begin, Timeline.RATE);
        return new Signature(begin, new SoundPattern(sound, begin, most));
    }

    private static short[] coarse(short[] sound) {
        short[] coarse = new short[sound.length / COARSER];
        for (int i = 0; i < coarse.length; i++) {
            int sum = 0;
            for (int j = 0; j < COARSER; j++) {
                sum += sound[i * COARSER + j];
            }
            coarse[i] = (short) (sum / COARSER);
        }
        return coarse;
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
