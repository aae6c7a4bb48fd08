package np.saathi.session;

/** Whether a group hears somebody, and who can change it. */
public enum Voice {
    ON,
    /** They turned it off themselves. */
    OFF,
    /** A host turned it off. */
    SILENCED
}
