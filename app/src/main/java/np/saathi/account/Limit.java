package np.saathi.account;

import java.time.Duration;

/**
 * What must not be tried too often: so many tries, of which the used ones come back evenly over a time. Changed by
 * {@code saathi.limits.<name>.tries} and {@code .per}.
 */
public enum Limit {
    /** Wrong passwords of one account, from everywhere. Twice an address's, so that no single thief locks its owner out. */
    LOGIN_OF_ID(60, Duration.ofMinutes(15)),
    /** Wrong passwords from one address. In Nepal many people share one: those who sign in don't count. */
    LOGIN_FROM_ADDRESS(30, Duration.ofMinutes(15)),
    /** New accounts from one address. */
    SIGNUP_FROM_ADDRESS(30, Duration.ofHours(1)),
    /** Wrong PINs of one account on the web; they count as those of unknown phones too, {@link PinBudget}. */
    PIN_OF_ID(4, Duration.ofHours(1)), PIN_FROM_ADDRESS(20, Duration.ofHours(1)),
    /** Wrong PINs of a caller's own account, from the phone by which it is known: whoever else holds it has to guess. */
    PIN_FROM_OWN_PHONE(5, Duration.ofHours(1)),
    /**
     * Wrong PINs by one phone that is not the account's own: it waits, never the owner. After five, 15 minutes for each
     * further one (product.md).
     */
    PIN_FROM_PHONE(5, Duration.ofMinutes(75)),
    /** Wrong join codes by one calling phone: as wrong PINs. */
    JOIN_CODE_FROM_PHONE(5, Duration.ofMinutes(75)),
    /** Wrong join codes by all who withhold their number: one of them must not keep the others out. */
    JOIN_CODE_FROM_WITHHELD(60, Duration.ofHours(1)),
    /** Wrong join codes from everywhere: numbers that change with each call gain nothing. */
    JOIN_CODE_IN_TOTAL(300, Duration.ofHours(1)),
    /** New join codes for one account. */
    JOIN_CODE_OF_ID(20, Duration.ofHours(1)),
    /** Callbacks that one account orders. */
    CALLBACK_OF_ID(2, Duration.ofDays(1)),
    /** Callbacks to one number, whoever orders them: nobody is pestered through us. An account's own two fit. */
    CALLBACK_TO_NUMBER(2, Duration.ofDays(1)),
    /** Callbacks that one phone asks for on the phone itself. */
    CALLBACK_OF_PHONE(3, Duration.ofDays(1)),
    /** Calls to one number that were asked for in the crisis path, whoever called with it: three wishes of three tries. */
    CRISIS_CALLS_TO_NUMBER(9, Duration.ofDays(1)),
    /** Calls that the line places, whoever they are for: a mistake of ours must not ring half a town. */
    CALLS_PLACED(60, Duration.ofMinutes(1));

    private final Rate usual;

    Limit(int tries, Duration per) {
        this.usual = new Rate(tries, per);
    }

    Rate usual() {
        return usual;
    }

    /**
     * @param tries at once, at most
     * @param per in which as many come back
     */
    record Rate(int tries, Duration per) {
        Rate {
            if (tries < 1 || per.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("A limit allows one try at least, in a second or more");
            }
        }
    }
}
