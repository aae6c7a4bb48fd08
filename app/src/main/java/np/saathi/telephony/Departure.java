package np.saathi.telephony;

/** Why a participant is no longer in a room. A hang-up is no departure: it ends the call ({@link CallerHungUp}). */
public enum Departure {
    /** Left by key. */
    LEFT,
    /** Asked for help with 0: the seat is kept. */
    CRISIS,
    /** Went back to the other choices while waiting. */
    TURNED_BACK,
    /** Removed by the host. */
    REMOVED,
    /** The session is over. */
    ENDED,
    /** No host came. */
    CANCELLED,
    /** They had waited, or the call had lasted, as long as it may. */
    TIME_UP,
    /** Full or locked: never got in. */
    REFUSED,
    /** Nothing was heard of this host for too long: nobody is at the phone. */
    SILENT,
    /** Belongs into another room of the same session now: a talk of two begins or is over. The seat is kept. */
    MOVED,
    /** Goes on from another phone. */
    ELSEWHERE
}
