package np.saathi.account;

/** From where a PIN is tried. */
public enum PinPlace {
    /** A phone that is not known as the account's, one that withholds its number, or a browser. */
    ELSEWHERE,
    /** The number by which the account is known. It may be a forged one. */
    KNOWN_PHONE,
    /** The same phone, rung by us: no forger is reached by that. */
    RUNG_PHONE
}
