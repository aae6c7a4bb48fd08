package np.saathi.telephony.asterisk;

import java.util.Locale;
import java.util.Optional;

import np.saathi.telephony.Departure;

/**
 * Tells from three channel variables why a caller is out of a room: {@code HELP}, which the key 0 sets and the crisis path
 * alone clears; {@code MOVE}, in which we wrote the reason beforehand; and {@code CONFBRIDGE_RESULT}, which ConfBridge
 * writes (telephony recipe R5). The 0 wins, whatever else happened in the same moment.
 */
final class RoomExit {
    /** {@code 1} from the moment in which somebody asked for the crisis path until it begins. */
    static final String HELP = "HELP";

    private RoomExit() {}

    static String move(Departure why) {
        return why.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param leftBy as the dialplan's [room-left] writes it: HELP|CONFBRIDGE_RESULT|MOVE
     * @return empty when nobody took the caller out and they did not leave: ConfBridge's HANGUP alone is no proof
     */
    static Optional<Departure> departure(String leftBy) {
        String[] parts = leftBy.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not how somebody left a room: " + leftBy);
        }
        return parts[0].equals("1") ? Optional.of(Departure.CRISIS) : departure(parts[1], parts[2]);
    }

    private static Optional<Departure> departure(String result, String move) {
        for (Departure why : Departure.values()) {
            if (move(why).equals(move)) {
                return Optional.of(why);
            }
        }
        return switch (result) {
            case "DTMF" -> Optional.of(Departure.LEFT);
            case "FAILED" -> Optional.of(Departure.REFUSED);
            case "KICKED" -> Optional.of(Departure.REMOVED);
            default -> Optional.empty();
        };
    }
}
