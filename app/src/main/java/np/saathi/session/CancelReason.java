package np.saathi.session;

/** Why a session never came to be. */
public enum CancelReason {
    /** No host came. */
    NO_HOST,
    /** Taken from the timetable by who planned it. */
    WITHDRAWN,
    /** One week of a series that the rules of the timetable did not allow. */
    CLASH
}
