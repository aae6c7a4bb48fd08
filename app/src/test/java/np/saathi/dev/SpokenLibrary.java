package np.saathi.dev;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All sentences of a language one after the other, coarsely (2000 samples a second), to find out quickly which of them
 * may contain a piece; only those are then compared exactly. A piece that is found across two of them is one suspect
 * too many, no more.
 */
final class SpokenLibrary {
    private static final int COARSER = 4;
    /** Coarse sounds resemble each other by chance up to 0.7; what is the same sound is nearer. */
    private static final double SUSPECT = 0.6;

    /** How far a coarse place may be from the very one, in samples. */
    private static final int NEAR = 4 * COARSER;

    private final List<SpokenPrompt> sentences;
    private final int[] begins;
    private final short[] all;

    SpokenLibrary(List<SpokenPrompt> sentences) {
        this.sentences = sentences;
        this.begins = new int[sentences.size()];
        int length = 0;
        for (int i = 0; i < begins.length; i++) {
            begins[i] = length;
            length += sentences.get(i).sound().length / COARSER;
        }
        this.all = new short[length];
        for (int i = 0; i < begins.length; i++) {
            short[] coarse = coarse(sentences.get(i).sound());
            System.arraycopy(coarse, 0, all, begins[i], coarse.length);
        }
    }

    /** The sentences that contain the piece of sound, or something that can't be told from it. */
    List<SpokenPrompt> containing(short[] sound, int from, int length) {
        return containing(sound, from, length, SoundPattern.ALIKE);
    }

    /** @param likeness how alike at least */
    List<SpokenPrompt> containing(short[] sound, int from, int length, double likeness) {
        SoundPattern pattern = new SoundPattern(sound, from, length);
        short[] piece = coarse(Arrays.copyOfRange(sound, from, from + length));
        SoundPattern coarse = new SoundPattern(piece, 0, piece.length);
        Set<SpokenPrompt> found = new LinkedHashSet<>();
        for (SoundPattern.Match match : coarse.find(all, 0, all.length, SUSPECT)) {
            int sentence = at(match.at());
            SpokenPrompt suspect = sentences.get(sentence);
            int place = (match.at() - begins[sentence]) * COARSER;
            if (!found.contains(suspect)
                    && !pattern.find(suspect.sound(), place - NEAR, place + NEAR, likeness).isEmpty()) {
                found.add(suspect);
            }
        }
        return List.copyOf(found);
    }

    private int at(int place) {
        int last = 0;
        for (int i = 0; i < begins.length && begins[i] <= place; i++) {
            last = i;
        }
        return last;
    }

    /** Every fourth sample of the sound, smoothed twice so that what is too fine for it does not come back as noise. */
    private static short[] coarse(short[] sound) {
        short[] coarse = new short[sound.length / COARSER];
        for (int i = 0; i < coarse.length; i++) {
            int sum = 0;
            int weights = 0;
            for (int j = -COARSER + 1; j < COARSER; j++) {
                int at = i * COARSER + j;
                if (at >= 0 && at < sound.length) {
                    sum += (COARSER - Math.abs(j)) * sound[at];
                    weights += COARSER - Math.abs(j);
                }
            }
            coarse[i] = (short) (sum / weights);
        }
        return coarse;
    }
}
