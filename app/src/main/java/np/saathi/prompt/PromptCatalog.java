package np.saathi.prompt;

import java.time.Duration;

/** What is known of the rendered prompts. */
public interface PromptCatalog {

    /** How long the words take in this language. */
    Duration lengthOf(Spoken words, Language language);
}
