package np.saathi.ivr.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Things to choose from, one after another: 1 take it, 2 next, 3 again, star back. After the last one the list says so
 * and begins anew. Three silences or wrong keys lead back; each time the keys are told shorter, the third time with zero.
 */
public final class Listing<T> implements Dialogue {
    private static final int TRIES = 3;

    private final Question<T> question;
    private final List<Prompt> keys;

    private Listing(Question<T> question, Prompt keys) {
        this.question = question;
        this.keys = List.of(keys, Prompt.LIST_AGAIN, Prompt.LIST_SHORT);
    }

    /** Speaks one thing and the keys. */
    private interface Question<T> {
        Optional<Key> ask(PhoneLine line, T thing, Prompt keys);
    }

    /**
     * @param words how one thing is spoken
     * @param keys the sentence that tells the four keys at the first try
     */
    public static <T> Listing<T> speaking(Function<T, Spoken> words, Prompt keys) {
        return new Listing<>((line, thing, told) -> line.ask(words.apply(thing).then(told), line.timeouts().list()),
                keys);
    }

    /**
     * Of things whose names are no prompts.
     *
     * @param sound of a name, as {@link PhoneLine#play(byte[])} wants it
     * @param keys the sentence that tells the four keys at the first try
     */
    public static <T> Listing<T> playing(Function<T, byte[]> sound, Prompt keys) {
        return new Listing<>((line, thing, told) -> {
            line.play(sound.apply(thing));
            return line.ask(Spoken.of(told), line.timeouts().list());
        }, keys);
    }

    /** @return what was taken; empty for a step back, and for a caller who says nothing */
    public Optional<T> ask(PhoneLine line, List<T> things) {
        return ask(line, things, 0);
    }

    /** As {@link #ask(PhoneLine, List)}, beginning with this one. */
    public Optional<T> askFrom(PhoneLine line, List<T> things, T first) {
        return ask(line, things, Math.max(0, things.indexOf(first)));
    }

    private Optional<T> ask(PhoneLine line, List<T> things, int from) {
        int at = from;
        int tries = 0;
        while (tries < TRIES && !things.isEmpty()) {
            T thing = things.get(at);
            Optional<Key> key = question.ask(line, thing, keys.get(tries));
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

    @Override
    public Outline outline() {
        return new Outline(keys.stream().map(Spoken::of).toList(),
                Map.of("1", "take it", "2", "the next", "3", "again", "*", "back", "silence", "back"));
    }
}
