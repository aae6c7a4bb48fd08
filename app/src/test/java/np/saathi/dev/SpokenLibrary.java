package np.saathi.dev;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All sentences of a language one after the other, coarsely (2000 samples a second), to find out quickly which of them
 * may contain a piece; only those are then compared exactly.
 */
final class SpokenLibrary {
    private static final int COARSER = 4;
    /** Between two sentences: longer than any piece that is looked for, so that none is found across. */
    private static final int GAP = 3 * Timeline.RATE / COARSER;
    /** Coarse sounds resemble each other by chance up to 0.7; what is the same sound is nearer. */
    private static final double SUSPECT = 0.6;

    private final List<SpokenPrompt> sentences;
    private final int[] begins;
    private final short[] all;

    SpokenLibrary(List<SpokenPrompt> sentences) {
        this.sentences = sentences;
        this.begins = new int[sentences.size()];
        int length = 0;
        for (int i = 0; i < begins.length; i++) {
            begins[i] = length;
            length += sentences.get(i).sound().length / COARSER + GAP;
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
        Set<SpokenPrompt> suspects = new LinkedHashSet<>();
        coarse.find(all, 0, all.length, SUSPECT).forEach(match -> suspects.add(at(match.at())));
        return suspects.stream().filter(suspect -> pattern.best(suspect.sound()) > likeness).toList();
    }

    private SpokenPrompt at(int place) {
        int last = 0;
        for (int i = 0; i < begins.length && begins[i] <= place; i++) {
            last = i;
        }
        return sentences.get(last);
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
