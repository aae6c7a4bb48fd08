package np.saathi.safety;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final ZoneId NEPAL = ZoneId.of("Asia/Kathmandu");
    private static final Pattern BLANK = Pattern.compile("\\s*");

    private When() {}

    /** Whether a moment is within these hours of these days, as the dialplan would find. */
    static boolean covers(String times, String days, Instant moment) {
        ZonedDateTime here = moment.atZone(NEPAL);
        return onDay(days, here.getDayOfWeek()) && atTime(times, here.toLocalTime());
    }

    private static boolean atTime(String times, LocalTime time) {
        if (times.equals(ALWAYS)) {
            return true;
        }
        LocalTime from = LocalTime.parse(times.substring(0, 5));
        LocalTime to = LocalTime.parse(times.substring(6));
        boolean begun = !time.isBefore(from);
        // the last minute counts whole, as Asterisk has it
        boolean notOver = time.isBefore(to.plusMinutes(1)) || to.equals(LocalTime.of(23, 59));
        return to.isBefore(from) ? begun || notOver : begun && notOver;
    }

    private static boolean onDay(String days, DayOfWeek day) {
        return days.equals(ALWAYS) || Stream.of(days.split("&", -1)).anyMatch(span -> {
            int from = WEEK.indexOf(span.substring(0, 3));
            int to = WEEK.indexOf(span.substring(span.length() - 3));
            int is = day.getValue() - 1;
            return to < from ? is >= from || is <= to : is >= from && is <= to;
        });
    }

    /** What is left out means always. */
    static String orAlways(String written) {
        return written == null || BLANK.matcher(written).matches() ? ALWAYS : written;
    }
}
