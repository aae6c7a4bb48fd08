package np.saathi.ivr.dialogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Things to choose from, one after another: 1 take it, 2 next, 3 again, star back. After the last one the list says so
 * and begins anew. Three silences or wrong keys lead back.
 */
public final class Listing<T> {
    private static final Duration SILENCE = Duration.ofSeconds(6);
    private static final int TRIES = 3;

    private final Function<T, Spoken> words;
    private final Prompt keys;

    private Listing(Function<T, Spoken> words, Prompt keys) {
        this.words = words;
        this.keys = keys;
    }

    /**
     * @param words how one thing is spoken
     * @param keys the sentence that tells the four keys
     */
    public static <T> Listing<T> speaking(Function<T, Spoken> words, Prompt keys) {
        return new Listing<>(words, keys);
    }

    /** @return what was taken; empty for a step back, and for a caller who says nothing */
    public Optional<T> ask(PhoneLine line, List<T> things) {
        int at = 0;
        int tries = 0;
        while (tries < TRIES && !things.isEmpty()) {
            T thing = things.get(at);
            Optional<Key> key = line.ask(words.apply(thing).then(keys), SILENCE);
            switch (key.orElse(Key.HASH)) {
                case ONE -> {
                    return Optional.of(thing);
                }
                case TWO -> at = next(line, at, things.size());
                case THREE -> tries = 0;
                case STAR -> {
                    return Optional.empty();
                }
                default -> tries++;
            }
        }
        return Optional.empty();
    }

    private static int next(PhoneLine line, int at, int size) {
        if (at + 1 < size) {
            return at + 1;
        }
        line.say(Spoken.of(Prompt.LIST_END));
        return 0;
    }
}
