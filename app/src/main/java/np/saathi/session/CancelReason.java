package np.saathi.session;

/** Why a session never came to be. */
public enum CancelReason {
    /** No host came. */
    NO_HOST
}
