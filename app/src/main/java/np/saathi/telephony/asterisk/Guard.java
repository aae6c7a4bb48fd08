package np.saathi.telephony.asterisk;

import java.util.regex.Pattern;

/**
 * The one gate for every value that goes into an AMI action or an AGI command. asterisk-java writes values as they
 * are, so a line break would begin a header of its own, and a comma, ampersand or {@code ${}} would mean something to
 * the dialplan. We send only names that we made ourselves: what needs more than the letters below is a mistake.
 */
final class Guard {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 _./@:;*#()&=+-]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./@:;-]{1,128}");
    /** {@code STEP}, {@code TIMEOUT(absolute)}, {@code CONFBRIDGE(user,template)}: written in our code, never made. */
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_]{1,40}(\\([a-z_]{1,40}(,[a-z_]{1,40})?\\))?");
    private static final int LONGEST = 2000;

    private Guard() {}

    /**
     * @return the value itself
     * @throws IllegalArgumentException for anything but plain letters, digits and harmless signs; the message does
     *     not repeat the value
     */
    static String plain(String value) {
        return pass(PLAIN, value);
    }

    /** As {@link #plain}, for one name (a prompt, a room, a channel): no separators and no blank either. */
    static String name(String value) {
        return pass(NAME, value);
    }

    /** As {@link #plain}, for the name of a channel variable or of a function and its arguments. */
    static String variable(String value) {
        return pass(VARIABLE, value);
    }

    private static String pass(Pattern allowed, String value) {
        if (value.length() > LONGEST || !allowed.matcher(value).matches()) {
            throw new IllegalArgumentException("Refused a value of " + value.length()
                    + " characters on its way to Asterisk: it holds signs that no name of ours has");
        }
        return value;
    }
}
