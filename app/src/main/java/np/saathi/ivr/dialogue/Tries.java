package np.saathi.ivr.dialogue;

import java.util.List;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;

/**
 * Three tries at a question, each asked shorter than the one before.
 *
 * @param words what is said at the first, second and third try
 */
record Tries(List<Spoken> words) {

    static Tries of(Spoken first, Prompt second, Prompt third) {
        return new Tries(List.of(first, Spoken.of(second), Spoken.of(third)));
    }
}
