package np.saathi.dev.pstn;

/** How a phone's keys reach the line. */
public enum Keys {
    /** RFC 4733: within the stream of sound. */
    IN_SOUND("line"),
    /** SIP INFO: beside it. */
    BY_INFO("line-info");

    private final String endpoint;

    Keys(String endpoint) {
        this.endpoint = endpoint;
    }

    String endpoint() {
        return endpoint;
    }
}
