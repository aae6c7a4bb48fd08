package np.saathi.message.audio;

/** An upload is no voice message. */
public class AudioRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;

    public AudioRefused(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What stood against it. */
    public enum Why {
        /** Nothing we can decode without a tool of its own. */
        UNKNOWN_FORMAT,
        /** It begins as sound does, and then is none. */
        BROKEN, TOO_LONG,
        /** There is nothing to hear. */
        SILENT
    }
}
