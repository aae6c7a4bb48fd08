package np.saathi.prompt;

/** The script of the line can't be used; the message names the file and each key and language at fault. */
public class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptException(String message) {
        super(message);
    }

    ScriptException(String message, Throwable cause) {
        super(message, cause);
    }
}
