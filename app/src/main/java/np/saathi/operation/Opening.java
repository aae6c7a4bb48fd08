package np.saathi.operation;

/** Whether groups may be joined. The line itself always answers. */
public enum Opening {
    OPEN,
    /** In production, while words of consent or of the crisis path are not recorded and reviewed. */
    NOT_READY,
    /** By the switch. */
    CLOSED_NOW,
    /** By a holiday. */
    HOLIDAY,
    /** By the hours of the week. */
    OUT_OF_HOURS
}
