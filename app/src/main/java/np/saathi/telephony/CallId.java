package np.saathi.telephony;

/**
 * One call, by the exchange's own unique name for it; the same after the app restarts, never the same again after
 * the exchange restarts. It says nothing about who calls.
 */
public record CallId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
