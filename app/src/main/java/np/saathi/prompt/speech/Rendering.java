package np.saathi.prompt.speech;

import java.time.Duration;
import java.util.List;

import org.springframework.modulith.NamedInterface;

/**
 * What one run of the {@link PromptStore} did.
 *
 * @param rendered how many sounds were made anew
 * @param unchanged how many were as they should be
 * @param problems one sentence for each key that could not be made as asked, naming it and what to do
 * @param took how long it took
 */
@NamedInterface("speech")
public record Rendering(int rendered, int unchanged, List<String> problems, Duration took) {

    public Rendering {
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return rendered + " prompts rendered, " + unchanged + " unchanged, " + problems.size() + " problems, in "
                + took.toMillis() + " ms";
    }
}
