package np.saathi.dev;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where in all sentences a frame of sound stands, 20 ms each, found by its very samples. */
public final class PromptFrames {
    public static final int FRAME = Timeline.FRAME;
    /** Sentences are known by their first frames; so many are looked up. */
    private static final int KNOWN_BY = 50;
    /** Quieter frames (their mean square) are pauses, which all sentences share. */
    private static final long QUIET = 100 * 100;

    private final Map<Integer, List<Map.Entry<SpokenPrompt, Integer>>> places = new HashMap<>();

    public PromptFrames(SpokenPrompts prompts) {
        for (SpokenPrompt prompt : prompts.all()) {
            short[] sound = prompt.sound();
            for (int frame = 0; frame < KNOWN_BY && (frame + 1) * FRAME <= sound.length; frame++) {
                if (isLoud(sound, frame * FRAME)) {
                    places.computeIfAbsent(hash(sound, frame * FRAME), _ -> new ArrayList<>())
                            .add(Map.entry(prompt, frame));
                }
            }
        }
    }

    /** Sentences in which these 160 samples are a frame, each with the frame's number. */
    public List<Map.Entry<SpokenPrompt, Integer>> at(short[] sound, int from) {
        if (from < 0 || from + FRAME > sound.length || !isLoud(sound, from)) {
            return List.of();
        }
        return places.getOrDefault(hash(sound, from), List.of()).stream()
                .filter(place -> Arrays.equals(place.getKey().sound(), place.getValue() * FRAME,
                        (place.getValue() + 1) * FRAME, sound, from, from + FRAME))
                .toList();
    }

    private static int hash(short[] sound, int from) {
        int hash = 1;
        for (int i = from; i < from + FRAME; i++) {
            hash = 31 * hash + sound[i];
        }
        return hash;
    }

    private static boolean isLoud(short[] sound, int from) {
        long energy = 0;
        for (int i = from; i < from + FRAME; i++) {
            energy += (long) sound[i] * sound[i];
        }
        return energy > QUIET * FRAME;
    }
}
