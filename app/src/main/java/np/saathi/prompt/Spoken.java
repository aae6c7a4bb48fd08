package np.saathi.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * Something to be said: recorded pieces, one after another.
 *
 * @param keys the pieces' keys in {@code prompts/script.yml}
 */
public record Spoken(List<String> keys) {

    public Spoken {
        keys = List.copyOf(keys);
    }

    public Spoken then(Spoken more) {
        List<String> both = new ArrayList<>(keys);
        both.addAll(more.keys);
        return new Spoken(both);
    }
}
