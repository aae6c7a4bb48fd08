package np.saathi.alert;

/** How far an alert has come. */
public enum AlertState {
    /** Somebody is to be rung, or being rung. */
    OPEN,
    /** Somebody on duty took it. */
    TAKEN,
    /** The roster was rung as often as it is, and nobody took it: it waits in the panel. */
    UNANSWERED
}
