package np.saathi.volunteer;

/** How far a volunteer's training has come. */
public enum Training {
    /** Joins muted, to listen. */
    TRAINEE,
    /** Hosts beside a certified volunteer only. */
    COACHED,
    /** Hosts alone. */
    CERTIFIED
}
