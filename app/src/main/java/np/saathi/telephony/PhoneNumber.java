package np.saathi.telephony;

import java.util.Objects;
import java.util.Optional;

/**
 * A caller's number, for the short way from the edge to the keyed hash. It prints as {@code [a phone]}; only
 * {@link #digits()} gives it away, and only those who hash, encrypt or ring it ask.
 */
public final class PhoneNumber {
    private static final String NEPAL = "977";
    /** Subscriber numbers with the country code: mobiles 97x/98x + 7, land lines with their area code. */
    private static final String SUBSCRIBER_OF_NEPAL = NEPAL + "(9[78][0-9]{8}|[1-8][0-9]{7,8})";
    private final String digits;

    private PhoneNumber(String digits) {
        this.digits = digits;
    }

    /**
     * The number in one canonical shape: digits only, with its country code and without prefix zeros, so that the same
     * phone gives the same hash by whatever way its call came (E.164, ITU-T). Eight to ten digits without a foreign
     * country code are Nepal's; fewer are a short number of some exchange.
     *
     * @return empty when there is no number in it: withheld, words, or fewer than 3 digits
     */
    public static Optional<PhoneNumber> parse(String raw) {
        String written = raw.strip().replaceAll("[ ().-]", "");
        boolean international = written.startsWith("+") || written.startsWith("00");
        String digits = written.replaceFirst("^\\+", "");
        if (!digits.matches("[0-9]{3,15}")) {
            return Optional.empty();
        }
        String dialled = withoutZeros(digits);
        String national = withoutZeros(dialled.replaceFirst("^" + NEPAL + "(?=[0-9]{8,10}$)", ""));
        if (international && national.equals(dialled)) {
            return Optional.of(new PhoneNumber(dialled));
        }
        return Optional.of(new PhoneNumber(national.length() >= 8 && national.length() <= 10
                ? NEPAL + national
                : national));
    }

    /** Without the zeros by which a network asks for a trunk or a country; three digits stay, as of 100. */
    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+(?=[0-9]{3})", "");
    }

    public String digits() {
        return digits;
    }

    /** Whether it is a subscriber's in Nepal: the only ones that we may ring. Short numbers are not. */
    public boolean isOfNepal() {
        return digits.matches(SUBSCRIBER_OF_NEPAL);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber that && that.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(digits);
    }

    @Override
    public String toString() {
        return "[a phone]";
    }
}
