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

    private final SpokenPrompts prompts;

    Recogniser(SpokenPrompts prompts) {
        this.prompts = prompts;
    }

    /** All sentences that begin in [from, to), in their order, in every language. Some seconds' work. */
    List<PromptHeard> sentences(short[] sound, int from, int to) {
        List<Found> candidates = new ArrayList<>();
        for (SpokenPrompt prompt : prompts.all()) {
            if (prompt.isAudible()) {
                prompt.opening().pattern().find(sound, from, to)
                        .forEach(match -> candidates.add(followed(prompt, sound, match)));
            }
        }
        // Of those that begin alike the one that goes on longest, and the one that was finished before others.
        candidates.sort(Comparator.comparingInt(Found::from).thenComparing(Found::whole, Comparator.reverseOrder())
                .thenComparing(Found::to, Comparator.reverseOrder()));
        List<Found> found = new ArrayList<>();
        for (Found next : candidates) {
            boolean within = found.stream().anyMatch(earlier -> next.from() < earlier.to() - SAME);
            if (!within) {
                found.removeIf(earlier -> next.from() - earlier.from() < SAME);
                found.add(next);
            }
        }
        return found.stream().map(one -> new PromptHeard(one.prompt().key(), one.prompt().language(),
                Timeline.time(one.from()), one.prompt().length())).toList();
    }

    private static Found followed(SpokenPrompt prompt, short[] sound, SoundPattern.Match match) {
        int start = match.at() - prompt.opening().offset();
        PromptFollower.End end = new PromptFollower(prompt.sound(), start).end(sound, true).orElseThrow();
        return new Found(prompt, start, Math.max(end.at(), match.at() + prompt.opening().pattern().length()),
                end.whole());
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
