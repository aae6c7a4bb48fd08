package np.saathi.dev.hearing;

import java.time.Duration;

/** The prompts that a line can play, as sounds by which phones know them. */
public interface PromptLibrary {

    /** A new one for each phone. */
    PromptEar ear();

    /** @throws IllegalArgumentException when there is no such prompt, or it has no sound */
    Duration length(String key, String language);
}
