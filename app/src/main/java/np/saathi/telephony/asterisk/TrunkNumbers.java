package np.saathi.telephony.asterisk;

import np.saathi.telephony.PhoneNumber;

/**
 * How a number is told to the trunk. The shape is Asterisk's setting ({@code SAATHI_TRUNK_NUMBER_SHAPE}), for the crisis
 * path dials without the app: [crisis-number] of the dialplan makes the same.
 */
final class TrunkNumbers {
    private static final String NEPAL = "977";
    private static final int SHORTEST_NATIONAL = 8;
    private static final int MOBILE = 10;

    private TrunkNumbers() {}

    /**
     * @param shape {@code international}: 977…; {@code plus}: +977…; {@code national}: 0 and the area, mobiles bare
     * @return short numbers and foreign ones as they are
     */
    static String shaped(PhoneNumber number, String shape) {
        String digits = number.digits();
        if (!digits.startsWith(NEPAL) || digits.length() < NEPAL.length() + SHORTEST_NATIONAL) {
            return digits;
        }
        String national = digits.substring(NEPAL.length());
        return switch (shape) {
            case "plus" -> "+" + digits;
            case "national" -> national.length() == MOBILE && national.startsWith("9") ? national : "0" + national;
            default -> digits;
        };
    }
}
