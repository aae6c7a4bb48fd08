package np.saathi.identity;

import java.io.PrintStream;

/** The command {@code new-keys}: makes the keys of a new installation, for its secret file. */
public final class NewKeys {

    public static final String COMMAND = "new-keys";

    private NewKeys() {}

    /** Prints one line, the text that {@code saathi.identity.keyset} expects. It is a secret, kept nowhere else. */
    public static void print(PrintStream out) {
        out.println(Keyset.generate().toJson().replaceAll("\\s*\\R\\s*", ""));
    }
}
