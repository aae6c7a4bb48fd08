package np.saathi.telephony;

/** The line is gone. It unwinds the whole flow and is caught once, where the call began. */
public class CallerHungUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CallerHungUp() {
        super("The caller hung up", null, false, false);
    }
}
