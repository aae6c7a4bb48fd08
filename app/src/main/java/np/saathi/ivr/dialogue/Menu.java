package np.saathi.ivr.dialogue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * A choice by one key. Six seconds of silence or a wrong key is one try; after three tries the caller is led to the
 * named safe end: no menu can be built without one. Star asks again where it does not mean a step back.
 */
public final class Menu<T> implements Dialogue {
    private final Map<Key, T> choices;
    private final Tries tries;
    private final T safeEnd;
    private final boolean closesBySilence;

    private Menu(Map<Key, T> choices, Tries tries, T safeEnd, boolean closesBySilence) {
        this.choices = choices;
        this.tries = tries;
        this.safeEnd = safeEnd;
        this.closesBySilence = closesBySilence;
    }

    public static <T> Asking<T> asking(Spoken words) {
        return new Asking<>(words);
    }

    public static <T> Asking<T> asking(Prompt words) {
        return asking(Spoken.of(words));
    }

    /** A menu in the making. */
    public static final class Asking<T> {
        private final Spoken words;
        private final Map<Key, T> choices = new EnumMap<>(Key.class);

        private Asking(Spoken words) {
            this.words = words;
        }

        public Asking<T> on(Key key, T choice) {
            if (key == Key.ZERO) {
                throw new IllegalArgumentException("0 is the crisis path, everywhere");
            }
            choices.put(key, choice);
            return this;
        }

        public Retrying<T> retrying(Prompt second, Prompt third) {
            return retrying(Spoken.of(second), Spoken.of(third));
        }

        public Retrying<T> retrying(Spoken second, Spoken third) {
            return new Retrying<>(choices, new Tries(List.of(words, second, third)));
        }
    }

    /** A menu that only lacks its safe end. */
    public static final class Retrying<T> {
        private final Map<Key, T> choices;
        private final Tries tries;

        private Retrying(Map<Key, T> choices, Tries tries) {
            this.choices = choices;
            this.tries = tries;
        }

        /** @param safeEnd what a caller chooses by choosing nothing */
        public Menu<T> otherwise(T safeEnd) {
            return new Menu<>(choices, tries, safeEnd, false);
        }

        /** For a menu in a room, whose talk goes on unheard behind it: left open it closes by itself, after 15 s. */
        public Menu<T> closingBySilence(T closed) {
            return new Menu<>(choices, tries, closed, true);
        }
    }

    /** Asks until one of the keys is pressed, three times at most. */
    public T ask(PhoneLine line) {
        Duration silence = closesBySilence ? line.timeouts().roomMenu() : line.timeouts().menu();
        for (Spoken words : tries.words()) {
            Optional<Key> key = line.ask(words, silence);
            while (key.isPresent() && key.get() == Key.STAR && !choices.containsKey(Key.STAR)) {
                key = line.ask(words, silence);
            }
            if (key.isEmpty() && closesBySilence) {
                return safeEnd;
            }
            T choice = key.map(choices::get).orElse(null);
            if (choice != null) {
                return choice;
            }
        }
        return safeEnd;
    }

    @Override
    public Outline outline() {
        Map<String, String> keys = new LinkedHashMap<>();
        choices.forEach((key, choice) -> keys.put(String.valueOf(key.symbol()), name(choice)));
        keys.put("silence", name(safeEnd));
        return new Outline(tries.words(), keys);
    }

    private static String name(Object choice) {
        return choice instanceof Boolean yes
                ? yes ? "yes" : "no"
                : choice instanceof Optional<?> answer
                        ? answer.map(Menu::name).orElse("no answer")
                        : choice.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
