package np.saathi.analytics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import np.saathi.analytics.Figures.Crisis;
import np.saathi.analytics.Figures.Ratings;
import np.saathi.analytics.Figures.Waiting;

/** Makes what is told of what was counted. It sees settled rows only, so whatever it works out gives nothing away. */
final class Telling {
    private Telling() {}

    /** @param hosted what volunteers gave meanwhile */
    record Counted(LocalDate from, LocalDate to, @Nullable String category, @Nullable String language, Sums groups,
            Sums line, Hosted hosted) {}

    record Hosted(int sessions, int minutes) {
        static final Hosted NOTHING = new Hosted(0, 0);
    }

    static Figures of(Counted counted) {
        Sums sums = counted.groups();
        Integer reached = told(Figure.WAITS.stream().mapToInt(sums::of).sum());
        Integer abandoned = told(sums.of(Figure.ABANDONED));
        Integer offered = told(sums.of(Figure.OFFERED_MINUTES));
        Integer callers = told(counted.line().of(Figure.CALLERS));
        long days = ChronoUnit.DAYS.between(counted.from(), counted.to()) + 1;
        return new Figures(counted.from(), counted.to(), counted.category(), counted.language(), told(sums.size()),
                told(sums.of(Figure.SHORT_CALLS)), callers == null ? null : round(1.0 * callers / days),
                reached == null ? null : waiting(sums, reached), abandoned,
                abandoned == null || reached == null ? null : share(abandoned, reached),
                told(sums.of(Figure.NO_HOST)), ratings(sums),
                offered == null ? null : share(sums.of(Figure.SEAT_MINUTES), offered),
                round(counted.hosted().minutes() / 60.0), counted.hosted().sessions(), crisis(counted.line()));
    }

    private static @Nullable Integer told(int count) {
        return count < Sums.RIPE ? null : count;
    }

    private static Waiting waiting(Sums sums, int calls) {
        return new Waiting(calls, round(quantile(sums, calls * 0.5)), round(quantile(sums, calls * 0.95)));
    }

    /** In seconds; within a bucket calls are taken to be spread evenly. */
    private static double quantile(Sums sums, double rank) {
        double before = 0;
        int shortest = 0;
        for (Figure bucket : Figure.WAITS) {
            int calls = sums.of(bucket);
            if (calls > 0 && before + calls >= rank) {
                return shortest + (bucket.seconds() - shortest) * (rank - before) / calls;
            }
            before += calls;
            shortest = bucket.seconds();
        }
        return shortest;
    }

    private static @Nullable Ratings ratings(Sums sums) {
        int count = Figure.RATINGS.stream().mapToInt(sums::of).sum();
        if (told(count) == null) {
            return null;
        }
        List<Figure> ratings = Figure.RATINGS;
        double sum = 0;
        for (int i = 0; i < ratings.size(); i++) {
            sum += (i + 1.0) * sums.of(ratings.get(i));
        }
        return new Ratings(count, round(sum / count));
    }

    private static @Nullable Crisis crisis(Sums line) {
        int presses = line.of(Figure.CRISIS_DUTY) + line.of(Figure.CRISIS_HELPLINE) + line.of(Figure.CRISIS_NUMBERS);
        return told(presses) == null
                ? null
                : new Crisis(presses, told(line.of(Figure.CRISIS_DUTY)), told(line.of(Figure.CRISIS_HELPLINE)),
                        told(line.of(Figure.CRISIS_NUMBERS)), told(line.of(Figure.CRISIS_TALKED)));
    }

    /** Rounded numbers can make more than the whole of it. */
    private static double share(int part, int whole) {
        return Math.min(1, Math.round(1000.0 * part / whole) / 1000.0);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
