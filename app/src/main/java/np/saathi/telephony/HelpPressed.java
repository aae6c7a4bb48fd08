package np.saathi.telephony;

/**
 * The caller pressed 0. It unwinds the flow at once and is caught once, where the call began; the exchange's own
 * crisis path takes over, and the call comes back at its last {@link Step} if the caller wants to.
 */
public class HelpPressed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HelpPressed() {
        super("The caller asked for help", null, false, false);
    }
}
