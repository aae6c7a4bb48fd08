package np.saathi.dev.process;

/** One line per slow step on standard output, so that nobody stares at a silent first start. */
public final class Progress {
    private Progress() {}

    public static void step(String format, Object... values) {
        System.out.println("[saathi] " + String.format(format, values));
    }
}
