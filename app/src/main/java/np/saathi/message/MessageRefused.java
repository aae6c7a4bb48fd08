package np.saathi.message;

/** A message can't be sent or opened so. */
public class MessageRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;

    MessageRefused(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What stood against it. */
    public enum Why {
        /** There is none that this person may know of. */
        UNKNOWN,
        /** Another volunteer has opened it. */
        HELD_BY_ANOTHER,
        /** A volunteer answers what they have open. */
        NOT_OPENED,
        /** The caller has never met this volunteer, or was not in this session. */
        NEVER_MET,
        /** More than a caller may send in a day. */
        TOO_MANY
    }
}
