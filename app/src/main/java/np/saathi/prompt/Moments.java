package np.saathi.prompt;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says when something is, in Nepal's time: "on Saturday at half past seven in the evening", "शनिबार बेलुकी साढे सात बजे".
 * All languages have the same places in the same order, and each leaves empty what it says elsewhere.
 */
final class Moments {
    private static final ZoneId NEPAL = ZoneId.of("Asia/Kathmandu");
    private static final int WEEK = 7;
    private static final int QUARTER = 15;

    private Moments() {}

    /** Part of a day, as people in Nepal divide it, from this hour on. */
    private enum Part {
        MORNING(4), DAY(12), EVENING(17), NIGHT(21);

        private final int from;

        Part(int from) {
            this.from = from;
        }

        static Part of(LocalTime time) {
            return Arrays.stream(values()).filter(part -> part.from <= time.getHour())
                    .reduce((_, later) -> later).orElse(NIGHT);
        }

        String key(String place) {
            return "part." + name().toLowerCase(Locale.ROOT) + "." + place;
        }
    }

    static Spoken moment(Instant moment, Instant now) {
        ZonedDateTime local = moment.atZone(NEPAL);
        return day(local.toLocalDate(), now.atZone(NEPAL).toLocalDate()).then(time(local.toLocalTime()));
    }

    private static Spoken day(LocalDate day, LocalDate today) {
        long ahead = ChronoUnit.DAYS.between(today, day);
        if (ahead >= -1 && ahead <= 1) {
            return piece(List.of("day.yesterday", "day.today", "day.tomorrow").get((int) ahead + 1));
        }
        Spoken weekday = piece(weekday(day.getDayOfWeek()));
        return ahead < WEEK || ahead > Spoken.GREATEST_NUMBER
                ? weekday
                : weekday.then(piece("day.ahead.before")).then(Spoken.count((int) ahead, Counted.DAY))
                        .then(piece("day.ahead.after"));
    }

    static Spoken time(LocalTime time) {
        Part part = Part.of(time);
        return piece(part.key("before")).then(clock(time)).then(piece(part.key("after")));
    }

    private static Spoken clock(LocalTime time) {
        int hour = (time.getHour() + 11) % 12 + 1;
        int minute = time.getMinute();
        if (minute % QUARTER == 0) {
            return piece(clock(hour, minute));
        }
        List<String> keys = new ArrayList<>(List.of("clock." + hour + ".past"));
        if (minute < 10) {
            keys.add("clock.oh");
        }
        return new Spoken(keys).then(Spoken.number(minute)).then(piece("clock.minutes"));
    }

    private static String clock(int hour, int minute) {
        return "clock." + hour + "." + minute;
    }

    private static String weekday(DayOfWeek day) {
        return "day." + day.name().toLowerCase(Locale.ROOT);
    }

    private static Spoken piece(String key) {
        return new Spoken(List.of(key));
    }

    static Stream<String> pieces() {
        Stream<String> days = Stream.concat(Arrays.stream(DayOfWeek.values()).map(Moments::weekday), Stream.of(
                "day.yesterday", "day.today", "day.tomorrow", "day.ahead.before", "day.ahead.after"));
        Stream<String> parts = Arrays.stream(Part.values())
                .flatMap(part -> Stream.of(part.key("before"), part.key("after")));
        Stream<String> hours = IntStream.rangeClosed(1, 12).boxed().flatMap(hour -> Stream.of(
                clock(hour, 0), clock(hour, 15), clock(hour, 30), clock(hour, 45), "clock." + hour + ".past"));
        return Stream.of(days, parts, hours, Stream.of("clock.oh", "clock.minutes")).flatMap(keys -> keys);
    }
}
