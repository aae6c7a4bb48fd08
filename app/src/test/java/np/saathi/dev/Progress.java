package np.saathi.dev;

/** One line per slow step on standard output, so that nobody stares at a silent first start. */
final class Progress {
    private Progress() {}

    static void step(String format, Object... values) {
        System.out.println("[saathi] " + String.format(format, values));
    }
}
