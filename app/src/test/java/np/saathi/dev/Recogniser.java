package np.saathi.dev;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds out which of all sentences were spoken in a recording, without being told what to expect. */
final class Recogniser {
    /** Matches so near to each other are the same moment: sentences that begin alike. */
    private static final int SAME = Timeline.RATE / 20;
    /** Pieces of this length are asked for when only speech is to be told from music: 0.8 s. */
    private static final int PIECE = Timeline.RATE * 8 / 10;

    /** A sentence, from where to where it was heard, in samples, and whether in whole. */
    private record Found(SpokenPrompt prompt, int from, int to, boolean whole) {}

    private static final Comparator<Found> BETTER = Comparator.comparing(Found::whole).thenComparing(Found::to);

    private final SpokenPrompts prompts;

    Recogniser(SpokenPrompts prompts) {
        this.prompts = prompts;
    }

    /**
     * All sentences that begin in [from, to), in their order, in every language. What arrived as it was sent is found at
     * once, by any frame of its beginning; the rest is compared with every sentence there is: a second's work or more
     * for each second of voices, music or noise.
     */
    List<PromptHeard> sentences(short[] sound, int from, int to) {
        List<Found> candidates = new ArrayList<>();
        int known = from;
        for (int at = from; at < to; at++) {
            List<Found> here = exactlyAt(sound, at);
            if (!here.isEmpty()) {
                candidates.addAll(alike(sound, known, at));
                candidates.addAll(here);
                at = Math.max(at, here.stream().mapToInt(Found::to).max().orElseThrow() - SAME);
                known = at;
            }
        }
        candidates.addAll(alike(sound, known, to));
        return best(candidates).stream().filter(one -> one.from() > from - SAME)
                .map(one -> new PromptHeard(one.prompt().key(), one.prompt().language(),
                        Timeline.time(one.from()), one.prompt().length()))
                .toList();
    }

    private List<Found> exactlyAt(short[] sound, int at) {
        return prompts.frames().at(sound, at).stream()
                .map(place -> followed(place.getKey(), sound, at - place.getValue() * PromptFrames.FRAME, at)).toList();
    }

    private List<Found> alike(short[] sound, int from, int to) {
        List<Found> alike = new ArrayList<>();
        if (Levels.isHeard(sound, from, to)) {
            for (SpokenPrompt prompt : prompts.all()) {
                if (prompt.isAudible()) {
                    int offset = prompt.opening().offset();
                    prompt.opening().pattern().find(sound, from, to).forEach(match -> alike.add(
                            followed(prompt, sound, match.at() - offset,
                                    match.at() + prompt.opening().pattern().length())));
                }
            }
        }
        return alike;
    }

    /** Of those that begin alike the one that was finished before others, and the one that goes on longest. */
    private static List<Found> best(List<Found> candidates) {
        candidates.sort(Comparator.comparingInt(Found::from));
        List<Found> found = new ArrayList<>();
        for (Found next : candidates) {
            Found last = found.isEmpty() ? null : found.getLast();
            if (last != null && next.from() - last.from() < SAME) {
                found.set(found.size() - 1, BETTER.compare(next, last) > 0 ? next : last);
            } else if (last == null || next.from() >= last.to() - SAME) {
                found.add(next);
            }
        }
        return found;
    }

    private static Found followed(SpokenPrompt prompt, short[] sound, int start, int heardUpTo) {
        PromptFollower.End end = new PromptFollower(prompt.sound(), start).end(sound, true).orElseThrow();
        return new Found(prompt, start, Math.max(end.at(), heardUpTo), end.whole());
    }

    /** Whether any piece of the span is speech of the line. */
    boolean speaks(short[] sound, int from, int to) {
        for (int at = from; at + PIECE <= Math.min(to, sound.length); at += PIECE) {
            for (String language : prompts.languages()) {
                if (!prompts.spokenIn(language).containing(sound, at, PIECE, SoundPattern.FOUND).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
