package np.saathi.ivr.dialogue;

import java.util.List;
import java.util.Map;

import np.saathi.prompt.Spoken;

/** One of the five shapes, and nothing else. */
public sealed interface Dialogue permits Menu, Listing, Entry, Recording, Confirm {

    Outline outline();

    /**
     * What can be said of it without a call: for the call map, and for those who measure.
     *
     * @param words what is said, in order: the tries of a question, or invitation and keys
     * @param keys what each key leads to, in the keypad's order; also {@code silence}
     */
    record Outline(List<Spoken> words, Map<String, String> keys) {}
}
