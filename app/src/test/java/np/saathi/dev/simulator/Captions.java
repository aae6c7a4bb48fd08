package np.saathi.dev.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import np.saathi.dev.PromptFrames;
import np.saathi.dev.SpokenPrompt;

/**
 * Tells which sentences are heard on a call, while they are heard. On this machine sound arrives as it was rendered,
 * sample by sample, unless people talk over it: so a sentence is known by the very samples of its frames. What is mixed
 * with voices gets no caption.
 */
final class Captions implements Consumer<short[]> {
    private static final int FRAME = PromptFrames.FRAME;
    /** A sentence that is met later than in its first frames was met by chance: a word that two sentences share. */
    private static final int BEGINNING = 15;
    /** A stream's memory: one second. */
    private static final int KEPT = 8_000;

    private final PromptFrames frames;
    private final Consumer<SpokenPrompt> told;
    private short[] recent = new short[0];
    private List<Candidate> candidates = List.of();
    private boolean isTold;
    /** Samples until the next frame of what is being heard is whole. */
    private int wait;

    /** A sentence that may be the one, and its frame that comes next. */
    private record Candidate(SpokenPrompt prompt, int next) {
        boolean isOver() {
            return (next + 1) * FRAME > prompt.sound().length;
        }

        boolean goesOnWith(short[] sound, int from) {
            return Arrays.equals(prompt.sound(), next * FRAME, (next + 1) * FRAME, sound, from, from + FRAME);
        }
    }

    /** @param told hears of each sentence as soon as it can be no other */
    Captions(PromptFrames frames, Consumer<SpokenPrompt> told) {
        this.frames = frames;
        this.told = told;
    }

    @Override
    public void accept(short[] sound) {
        int from = Math.max(0, recent.length - KEPT);
        short[] all = Arrays.copyOfRange(recent, from, recent.length + sound.length);
        System.arraycopy(sound, 0, all, recent.length - from, sound.length);
        for (int end = all.length - sound.length + 1; end <= all.length; end++) {
            if (end >= FRAME) {
                look(all, end - FRAME);
            }
        }
        recent = all;
    }

    private void look(short[] sound, int from) {
        if (candidates.isEmpty()) {
            begin(sound, from);
        } else if (--wait == 0) {
            goOn(sound, from);
        }
    }

    private void begin(short[] sound, int from) {
        List<Candidate> begun = new ArrayList<>();
        for (Map.Entry<SpokenPrompt, Integer> place : frames.at(sound, from)) {
            if (place.getValue() < BEGINNING) {
                begun.add(new Candidate(place.getKey(), place.getValue() + 1));
            }
        }
        candidates = begun;
        isTold = false;
        wait = FRAME;
        tellIfSure();
    }

    private void goOn(short[] sound, int from) {
        List<Candidate> still = candidates.stream()
                .filter(candidate -> !candidate.isOver() && candidate.goesOnWith(sound, from))
                .map(candidate -> new Candidate(candidate.prompt(), candidate.next() + 1)).toList();
        if (still.isEmpty()) {
            tellTheOneThatIsOver();
            candidates = List.of();
            begin(sound, from);
        } else {
            candidates = still;
            wait = FRAME;
            tellIfSure();
        }
    }

    private void tellIfSure() {
        if (!isTold && candidates.size() == 1) {
            isTold = true;
            told.accept(candidates.getFirst().prompt());
        }
    }

    /** Of sentences that begin alike, the one that came to its end. */
    private void tellTheOneThatIsOver() {
        if (!isTold) {
            candidates.stream().filter(Candidate::isOver).findFirst().map(Candidate::prompt).ifPresent(told);
        }
    }
}
