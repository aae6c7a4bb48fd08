package np.saathi.account;

/** What an account may do. */
public enum Role {
    /** A caller. */
    USER,
    /** A Community Mental Health Volunteer, who hosts. */
    CMHV,
    /** Runs the service. */
    ADMIN
}
