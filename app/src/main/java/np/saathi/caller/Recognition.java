package np.saathi.caller;

/** The answer to an id and a PIN from a phone that is not known as this account. */
public sealed interface Recognition {

    record Known(Caller caller) implements Recognition {}

    /** Not told which of the two is wrong. */
    record Wrong() implements Recognition {}

    /** Too many wrong PINs from this phone, or of this id: nothing was looked at. */
    record Wait() implements Recognition {}
}
