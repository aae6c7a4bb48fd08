package np.saathi.analytics;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is counted, each a column of the table {@code figures}. All can be added up, so any days make a period. */
enum Figure {
    SHORT_CALLS, ABANDONED, NO_HOST,
    // Waiting as a histogram: its median and p95 can be told of any sum of days.
    WAIT_5, WAIT_10, WAIT_15, WAIT_20, WAIT_30, WAIT_45, WAIT_60, WAIT_90, WAIT_120, WAIT_180, WAIT_300, WAIT_450, WAIT_600, WAIT_900, WAIT_MORE,
    // How much it helped.
    RATING_1, RATING_2, RATING_3, RATING_4, RATING_5,
    // Occupancy: callers' time with a host, of the time that was offered.
    SEAT_MINUTES, OFFERED_MINUTES,
    // Of the line as a whole.
    CALLERS, CRISIS_DUTY, CRISIS_HELPLINE, CRISIS_NUMBERS, CRISIS_TALKED;

    /** Under this a call was short. */
    static final Duration SHORT = Duration.ofSeconds(10);
    static final List<Figure> WAITS = named("WAIT_");
    static final List<Figure> RATINGS = named("RATING_");

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figure of this column. */
    static Optional<Figure> find(String column) {
        return Arrays.stream(values()).filter(figure -> figure.column().equals(column)).findFirst();
    }

    /** All columns as a list in SQL. */
    static String columns(Function<Figure, String> each) {
        return Arrays.stream(values()).map(each).collect(Collectors.joining(", "));
    }

    /** Waiting shorter than this; the last bucket has no end, and a caller waits 15 minutes at most. */
    int seconds() {
        return this == WAIT_MORE ? 1800 : Integer.parseInt(name().substring(name().indexOf('_') + 1));
    }

    static Figure waited(long seconds) {
        return WAITS.stream().filter(bucket -> seconds < bucket.seconds()).findFirst().orElse(WAIT_MORE);
    }

    static Figure rated(int rating) {
        return RATINGS.get(rating - 1);
    }

    private static List<Figure> named(String prefix) {
        return Arrays.stream(values()).filter(figure -> figure.name().startsWith(prefix)).toList();
    }
}
