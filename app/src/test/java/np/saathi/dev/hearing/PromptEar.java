package np.saathi.dev.hearing;

import java.util.List;

/** Knows, of the sound that one phone hears, which prompts it is. Not safe for use by several threads at once. */
public interface PromptEar {

    /**
     * A prompt that was heard; places are samples since the first that was heard.
     *
     * @param name {@code language/key}
     * @param to where it ended, or how far it was heard until now
     * @param over whether it has ended, by itself or cut
     * @param whole whether its own end was heard
     */
    record Sighting(String name, long from, long to, boolean over, boolean whole) {}

    /** The next samples, 8000 a second. */
    void add(short[] samples);

    /** No sound comes any more, for now or for ever: what was being said is over. */
    void pause();

    /** All so far, in the order of their beginnings. The same prompt keeps its place in the list. */
    List<Sighting> heard();
}
