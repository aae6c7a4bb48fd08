package np.saathi.prompt.speech;

import org.springframework.modulith.NamedInterface;

/** A recording of a sentence can't be used; the message says why, in words that follow "it is not used:". */
@NamedInterface("speech")
public final class RecordingRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Why {
        FORMAT, SILENT, TOO_LONG
    }

    private final Why why;

    RecordingRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
