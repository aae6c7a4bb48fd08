package np.saathi.session;

/** {@code SCHEDULED → WAITING → LIVE ⇄ HELD → ENDED}, or {@code CANCELLED}. */
public enum SessionState {
    /** Planned. */
    SCHEDULED,
    /** Callers may come in and wait with music; no host has begun. */
    WAITING,
    /** A host is in the room. */
    LIVE,
    /** The host was lost: music, for some minutes. */
    HELD,
    /** Over. */
    ENDED,
    /** It never came to be. */
    CANCELLED;

    public boolean isOpen() {
        return this == WAITING || this == LIVE || this == HELD;
    }

    public boolean isOver() {
        return this == ENDED || this == CANCELLED;
    }
}
