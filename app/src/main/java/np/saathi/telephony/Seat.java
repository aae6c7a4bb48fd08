package np.saathi.telephony;

/**
 * How to enter a room.
 *
 * @param room the room
 * @param role whose keys and rights
 * @param members how many people the exchange lets in (hosts included; whispers are not members)
 * @param muted whether to begin muted
 */
public record Seat(Room room, Role role, int members, boolean muted) {

    /** The three ways to be in a room. */
    public enum Role {
        /** Hears music until a host is in. */
        CALLER,
        /** Their presence opens the room; rights of moderation. */
        HOST,
        /** Hears, and is never heard. */
        LISTENER
    }
}
