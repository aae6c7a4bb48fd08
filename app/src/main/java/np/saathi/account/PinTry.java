package np.saathi.account;

/** What became of a PIN that was tried. */
public sealed interface PinTry {

    record Right(Account account) implements PinTry {}

    record Wrong() implements PinTry {}

    /** It was not looked at: too many were wrong from there. Only the account's own phone may be told. */
    record UsedUp() implements PinTry {}
}
