package np.saathi.telephony.asterisk;

import java.util.Set;

import np.saathi.telephony.PhoneNumber;

/**
 * What networks and gateways write where they have no number, or hide it. Taken for a number, it would make one person of
 * all who call by such a network.
 */
final class Placeholders {
    private static final String NEPAL = "977";
    /** Of fewer digits no subscriber can be rung; without an area code a number in Nepal has six or seven. */
    private static final int SHORTEST_SUBSCRIBER = 6;
    private static final String UP = "01234567890123456789";
    private static final String DOWN = "98765432109876543210";
    /** Words as the keys of a phone spell them (ITU-T E.161). */
    private static final Set<String> WORDS = Set.of("266696687", // anonymous
            "8656696", // unknown
            "7378742833", // restricted
            "7748283", // private
            "86282452253", // unavailable
            "94844353", // withheld
            "2562533", // blocked
            "66686237", // nonumber
            "4682543", // invalid
            "666263", // noname
            "225537", // caller
            "443336"); // hidden

    private Placeholders() {}

    static boolean isPlaceholder(PhoneNumber number) {
        String digits = number.digits();
        String national = digits.startsWith(NEPAL) && digits.length() > NEPAL.length() + SHORTEST_SUBSCRIBER
                ? digits.substring(NEPAL.length())
                : digits;
        return national.length() < SHORTEST_SUBSCRIBER || national.chars().distinct().count() == 1
                || UP.contains(national) || DOWN.contains(national) || WORDS.contains(national)
                || WORDS.contains(digits);
    }
}
