package np.saathi.joining;

/** The answer to a code that was keyed in. */
public sealed interface CodeAnswer {

    /** The code is used up now. */
    record Welcome(Invitation invitation) implements CodeAnswer {}

    /** The session does not take callers yet; the code still counts. */
    record Early() implements CodeAnswer {}

    /** Unknown, used, or too old: not told which. */
    record Wrong() implements CodeAnswer {}

    /** Too many wrong codes from this phone: nothing was looked at. */
    record Wait() implements CodeAnswer {}
}
