package np.saathi.telephony.asterisk;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import np.saathi.telephony.PhoneNumber;

/**
 * Reads the caller's number out of the SIP headers, the only place on the exchange that has it: the channel itself is
 * anonymous ({@code pjsip.conf}). The asserted identity (RFC 3325) wins over From; a wish for privacy (RFC 3323) is
 * a withheld number, whatever the network knows, and so is what a gateway writes where it has none.
 */
final class CallerNumber {
    private static final String NUMBER = "((?:\\+|%2B)?[0-9().-]{3,24})";
    /** Of a sip address the part before the @ (RFC 3261, 19.1.1): without one it is a host, an IP address perhaps. */
    private static final Pattern USER = Pattern.compile(
            "(?:sips?:" + NUMBER + "(?:[;:][^@<>]*+)?@|tel:" + NUMBER + "(?:[;>]|\\s*$))", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPED_PLUS = Pattern.compile("^%2B", Pattern.CASE_INSENSITIVE);

    /** A quoted display name can hold anything, a false address included. Possessive, for it may be endless too. */
    private static final Pattern DISPLAY_NAME = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"",
            Pattern.DOTALL);
    private static final Pattern WITHHELD = Pattern.compile("\\b(id|user|header)\\b", Pattern.CASE_INSENSITIVE);

    /** A name and a number are usual (RFC 3325, 9.1); an IMS name may stand first. */
    private static final int MOST_IDENTITIES = 4;

    private CallerNumber() {}

    /** @param headers gives the text of a header by its name; empty when there is none */
    static Optional<PhoneNumber> from(UnaryOperator<String> headers) {
        if (WITHHELD.matcher(headers.apply("Privacy")).find()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, MOST_IDENTITIES).mapToObj(n -> headers.apply("P-Asserted-Identity," + n))
                .takeWhile(header -> !header.isEmpty()).flatMap(header -> number(header).stream()).findFirst()
                .or(() -> number(headers.apply("From"))).filter(number -> !Placeholders.isPlaceholder(number));
    }

    private static Optional<PhoneNumber> number(String header) {
        Matcher user = USER.matcher(DISPLAY_NAME.matcher(header).replaceAll(""));
        if (!user.find()) {
            return Optional.empty();
        }
        String number = user.group(1) == null ? user.group(2) : user.group(1);
        return PhoneNumber.parse(ESCAPED_PLUS.matcher(number).replaceFirst("+"));
    }
}
