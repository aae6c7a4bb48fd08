package np.saathi.account;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;

/** Who somebody is to the line: six digits 1 to 9, drawn by chance, so that they tell nothing. */
public record AccountId(String value) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** Digits in an id. */
    public static final int LENGTH = 6;

    public AccountId {
        if (!value.matches("[1-9]{6}")) {
            throw new IllegalArgumentException("An account id is six digits 1 to 9");
        }
    }

    /** Empty for whatever can't be an id. */
    public static Optional<AccountId> parse(String keyed) {
        return keyed.matches("[1-9]{6}") ? Optional.of(new AccountId(keyed)) : Optional.empty();
    }

    static AccountId random() {
        return new AccountId(Digits.random(LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
