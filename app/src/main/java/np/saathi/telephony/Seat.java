package np.saathi.telephony;

/**
 * How to enter a room.
 *
 * @param room the room
 * @param role whose keys and rights
 * @param members how many people the exchange lets in (hosts included; whispers are not members)
 * @param muted whether to begin muted
 * @param disguised whether the others hear the voice at another pitch
 */
public record Seat(Room room, Role role, int members, boolean muted, boolean disguised) {

    /** A seat at which one is heard as one speaks. */
    public Seat(Room room, Role role, int members, boolean muted) {
        this(room, role, members, muted, false);
    }

    /** The ways to be in a room. */
    public enum Role {
        /** Hears music until a host is in. */
        CALLER,
        /** Their presence opens the room; rights of moderation. */
        HOST,
        /** The rights of a host, but hears music until a {@link #HOST} is in. */
        COACHED,
        /** Hears, and is never heard. */
        LISTENER;

        /** Whether they lead the talk: a host's keys and news are theirs. */
        public boolean leads() {
            return this == HOST || this == COACHED;
        }
    }
}
