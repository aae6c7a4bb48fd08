package np.saathi.telephony.asterisk;

import java.util.Locale;

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

    /**
     * @throws IllegalStateException when nobody took the caller out and they did not leave: the exchange then asks
     *     again, and the call goes on from its step
     */
    static Departure departure(String result, String move) {
        for (Departure why : Departure.values()) {
            if (move(why).equals(move)) {
                return why;
            }
        }
        return switch (result) {
            case "DTMF" -> Departure.LEFT;
            case "FAILED" -> Departure.REFUSED;
            case "KICKED" -> Departure.REMOVED;
            default -> throw new IllegalStateException("Out of a room for no known reason: '" + result + "'");
        };
    }
}
