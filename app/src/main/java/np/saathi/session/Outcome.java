package np.saathi.session;

/** How a session ended for one participant. Never guessed. */
public enum Outcome {
    /** They left. */
    LEFT,
    /** Their call ended while they had a seat. */
    DROPPED,
    /** The host removed them. */
    REMOVED,
    /** The session ended. */
    ENDED,
    /** The session was cancelled. */
    CANCELLED,
    /** They had waited, or the call had lasted, as long as it may. */
    TIME_UP,
    /** The room did not let them in. */
    REFUSED,
    /** A host who was neither heard nor pressed a key. */
    SILENT,
    /** They went on from another phone. */
    ELSEWHERE,
    /** Their call was gone when we could look again: nobody saw how. */
    UNSEEN
}
