package np.saathi.telephony;

import java.util.Optional;

/** One key of a telephone's keypad, as RFC 4733 names the events 0 to 11. */
public enum Key {
    ZERO('0'), //
    ONE('1'), //
    TWO('2'), //
    THREE('3'), //
    FOUR('4'), //
    FIVE('5'), //
    SIX('6'), //
    SEVEN('7'), //
    EIGHT('8'), //
    NINE('9'), //
    STAR('*'), //
    HASH('#');

    private final char symbol;

    Key(char symbol) {
        this.symbol = symbol;
    }

    public char symbol() {
        return symbol;
    }

    /** The key's number, 0 to 9; -1 for star and hash. */
    public int digit() {
        return Character.digit(symbol, 10);
    }

    /** Empty for what is not on a feature phone's keypad (A to D, and anything else). */
    public static Optional<Key> of(char symbol) {
        for (Key key : values()) {
            if (key.symbol == symbol) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
