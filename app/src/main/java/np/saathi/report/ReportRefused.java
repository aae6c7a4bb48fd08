package np.saathi.report;

/** A report can't be filed or changed so. */
public class ReportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;

    ReportRefused(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What stood against it. */
    public enum Why {
        NO_SUCH_SESSION, NOT_THE_HOST,
        /** The session is not over, or never began. */
        NOT_HELD, FILED_BEFORE,
        /** It was filed more than a day ago. */
        CLOSED
    }
}
