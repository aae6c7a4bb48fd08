package np.saathi.dev.process;

/** A development service could not be had; the message says why and what to do about it. */
public final class DevServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DevServiceException(String message) {
        super(message);
    }

    public DevServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
