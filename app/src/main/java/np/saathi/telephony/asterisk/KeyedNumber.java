package np.saathi.telephony.asterisk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import np.saathi.telephony.Key;

/** A number on its way from a keypad: its digits, and the star or hash that ended it. */
final class KeyedNumber {
    private final StringBuilder keys = new StringBuilder();
    private final int most;
    private final DoubledKeys doubled;
    /** What came right before the number and was taken for the last press come again: maybe it is the first digit. */
    private @Nullable Key doubted;

    KeyedNumber(int most, DoubledKeys doubled) {
        this.most = most;
        this.doubled = doubled;
    }

    void doubts(@Nullable Key arrival) {
        doubted = arrival;
    }

    void add(Key key) {
        keys.append(key.symbol());
    }

    /** Keys that were heard in one piece, of which the times are not known. */
    void add(List<Key> piece) {
        boolean whole = piece.size() == missing();
        piece.forEach(this::add);
        doubled.keyedIn(piece, whole);
        if (doubted != null && doubled.ways() == DoubledKeys.Ways.ONE && keys.length() < most) {
            keys.insert(0, doubted.symbol());
            doubted = null;
        }
    }

    /** How many digits may still come. */
    int missing() {
        return most - keys.length();
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    boolean isWhole() {
        return missing() <= 0 || !isEmpty() && !Character.isDigit(keys.charAt(keys.length() - 1));
    }

    @Override
    public String toString() {
        return keys.toString();
    }
}
