package np.saathi.alert;

/** Why somebody on duty is rung. */
public enum AlertKind {
    /** A report says that somebody may be in danger. */
    DANGER,
    /** A host is not well after a session; rung in opening hours. */
    HOST_UNWELL,
    /** A caller's message was not heard for half a day. */
    MESSAGE_UNHEARD,
    /** A session was given up, because no host came. */
    NO_HOST,
    /** A caller says that something is wrong with the host, who is not told. */
    HOST_COMPLAINT,
    /** A host thinks that a caller may be under 18. */
    MAY_BE_A_CHILD,
    /** A host wants somebody to come into the room. */
    INTO_ROOM;

    /** Who takes it is led into the room at once. */
    public boolean leadsIntoTheRoom() {
        return this == HOST_COMPLAINT || this == INTO_ROOM;
    }

    boolean waitsForOpeningHours() {
        return this == HOST_UNWELL;
    }

    /** Of whom the room waits nobody rings a second time: its host goes on without. */
    int rounds() {
        return this == INTO_ROOM ? 1 : 3;
    }
}
