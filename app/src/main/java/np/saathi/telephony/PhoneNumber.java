package np.saathi.telephony;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * A caller's number, for the short way from the edge to the keyed hash. It prints as {@code [a phone]}; only
 * {@link #digits()} gives it away, and only those who hash, encrypt or ring it ask.
 */
public final class PhoneNumber {
    private static final String NEPAL = "977";
    private static final int COUNTRY = 977;
    /** Ranges of mobiles are opened faster than any list of them is written. */
    private static final String MOBILE = NEPAL + "9[78][0-9]{8}";
    /** Nepal's numbering plan, as libphonenumber has it: areas, lengths, ranges. */
    private static final PhoneNumberUtil PLAN = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> SUBSCRIBERS = EnumSet.of(PhoneNumberType.FIXED_LINE,
            PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
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

    /** As {@link #parse}, of what a person typed: digits of any script, with a dash of any kind or a space between. */
    public static Optional<PhoneNumber> typed(String raw) {
        return parse(plain(raw));
    }

    /** What a person typed, in ASCII and without what stands between digits; else as it was. */
    public static String plain(String raw) {
        return raw.strip().codePoints().filter(one -> !isBetweenDigits(one))
                .map(one -> Character.isDigit(one) ? '0' + Character.digit(one, 10) : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isBetweenDigits(int one) {
        return Character.isSpaceChar(one) || Character.getType(one) == Character.DASH_PUNCTUATION || one == '('
                || one == ')' || one == '.';
    }

    /** Without the zeros by which a network asks for a trunk or a country; three digits stay, as of 100. */
    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+(?=[0-9]{3})", "");
    }

    public String digits() {
        return digits;
    }

    /** Whether it is a subscriber's in Nepal, fixed or mobile: the only ones that we may ring. Short numbers are not. */
    public boolean isOfNepal() {
        if (!digits.matches(NEPAL + "[0-9]{7,10}")) {
            return false;
        }
        return digits.matches(MOBILE) || SUBSCRIBERS.contains(PLAN.getNumberType(new Phonenumber.PhoneNumber()
                .setCountryCode(COUNTRY).setNationalNumber(Long.parseLong(digits.substring(NEPAL.length())))));
    }

    /** Without what stands before it from abroad or from another place: what is the same in every shape. */
    private String bare() {
        return digits.replaceFirst("^" + NEPAL + "(?=[0-9]{3})", "").replaceFirst("^0+", "");
    }

    /** Whether both are rung by the same digits from within Nepal, whatever stands before them: also short numbers. */
    public boolean isSameSubscriber(PhoneNumber other) {
        return bare().equals(other.bare());
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
