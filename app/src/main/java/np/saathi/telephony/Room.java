package np.saathi.telephony;

import java.security.SecureRandom;

/** The name of a live room: a random alias, so that neither logs nor the exchange tell what it is about. */
public record Room(String name) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public Room {
        if (!name.matches("[a-z0-9]{4,32}")) {
            throw new IllegalArgumentException("A room's name is 4 to 32 small letters and digits");
        }
    }

    public static Room random() {
        return new Room("r" + Long.toString(RANDOM.nextLong(Long.MAX_VALUE), 36));
    }

    @Override
    public String toString() {
        return name;
    }
}
