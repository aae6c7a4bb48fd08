package np.saathi.safety;

/**
 * A crisis call came to an end.
 *
 * @param call the exchange's name for the call
 * @param outcome {@code talked}, {@code back}, {@code numbers} or {@code gone}
 */
record CrisisOver(String call, String outcome) {

    /** Whether the line was lost before anyone had talked: the case that "ring me if the line breaks" is for. */
    boolean lineBroke() {
        return outcome.equals("gone") || outcome.equals("numbers");
    }
}
