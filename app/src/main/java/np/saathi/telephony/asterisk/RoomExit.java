package np.saathi.telephony.asterisk;

import java.util.Locale;
import java.util.Optional;

import np.saathi.telephony.Departure;

/**
 * Tells from two channel variables why a caller is out of a room: {@code MOVE}, in which we (or the dialplan's crisis
 * key) wrote the reason beforehand, and {@code CONFBRIDGE_RESULT}, which ConfBridge writes (telephony recipe R5).
 */
final class RoomExit {

    private RoomExit() {}

    static String move(Departure why) {
        return why.name().toLowerCase(Locale.ROOT);
    }

    /** @return empty when nobody took the caller out and they did not leave: ConfBridge's HANGUP alone is no proof */
    static Optional<Departure> departure(String result, String move) {
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
