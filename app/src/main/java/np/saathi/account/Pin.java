package np.saathi.account;

import java.util.Optional;

/** The secret number by which an account is opened from a phone: 4 to 8 digits 1 to 9. Prints redacted. */
public record Pin(String digits) {

    /** The longest there is: an entry may end by itself there. */
    public static final int MAX_LENGTH = 8;
    /** Of a volunteer's. */
    public static final int STRONG_LENGTH = 6;
    private static final String SHAPE = "[1-9]{4,8}";

    public Pin {
        if (!digits.matches(SHAPE)) {
            throw new IllegalArgumentException("A PIN is 4 to 8 digits 1 to 9");
        }
    }

    /** Empty for whatever can't be a PIN. */
    public static Optional<Pin> parse(String keyed) {
        return keyed.matches(SHAPE) ? Optional.of(new Pin(keyed)) : Optional.empty();
    }

    /** @param length how many digits, 4 to 8; from six on it is a strong one */
    public static Pin random(int length) {
        Pin pin;
        do {
            pin = new Pin(Digits.random(length));
        } while (length >= STRONG_LENGTH && !pin.strong());
        return pin;
    }

    /** What a thief tries first: one digit again and again, or digits in their order, up or down. */
    public boolean guessable() {
        return digits.matches("(.)\\1*") || "123456789".contains(digits) || "987654321".contains(digits);
    }

    /**
     * What a volunteer's has to be: six digits or more, three different ones at least, no run, no group of digits
     * repeated (482482), no pairs (112233).
     */
    public boolean strong() {
        return digits.length() >= STRONG_LENGTH && !guessable() && digits.chars().distinct().count() >= 3
                && !digits.matches("(.+)\\1+") && !digits.matches("((.)\\2)+");
    }

    @Override
    public String toString() {
        return "[a PIN]";
    }
}
