package np.saathi.safety;

import java.util.regex.Pattern;

/** Hours, days and languages as the exchange's dialplan reads them, in Nepal time. {@code *} is always, or all. */
final class When {
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
    /** {@code 18:00-22:00}; {@code 22:00-06:00} goes over midnight. */
    static final String TIMES = "\\*|" + TIME + "-" + TIME;
    /** {@code mon-fri}, {@code sat&sun}. */
    static final String DAYS = "\\*|" + DAY + "(-" + DAY + ")?(&" + DAY + "(-" + DAY + ")?){0,6}";
    /** {@code ne en}. */
    static final String LANGUAGES = "\\*|[a-z]{2,3}( [a-z]{2,3}){0,9}";
    static final String ALWAYS = "*";
    private static final Pattern BLANK = Pattern.compile("\\s*");

    private When() {}

    /** What is left out means always. */
    static String orAlways(String written) {
        return written == null || BLANK.matcher(written).matches() ? ALWAYS : written;
    }
}
