package np.saathi.analytics;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import np.saathi.analytics.FigureQuery.Split;
import np.saathi.analytics.Telling.Counted;
import np.saathi.analytics.Telling.Hosted;

/** Answers from settled roll-ups only (ADR 0009), and from what volunteers gave. */
@Service
class Analytics {
    private static final String SUMS = "SUM(size) AS size, "
            + Figure.columns(figure -> "SUM(" + figure.column() + ") AS " + figure.column());
    private final JdbcClient jdbc;

    Analytics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row's place in the answer. */
    private record Key(LocalDate start, String category, String language) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::start).thenComparing(Key::category).thenComparing(Key::language)
                    .compare(this, other);
        }
    }

    /** A row for each period in which there was something to tell, and for each part of it that was asked for. */
    List<Figures> rows(FigureQuery query) {
        Map<Key, Sums> groups = sums(query, false);
        Map<Key, Sums> line = query.whole() ? sums(query, true) : Map.of();
        Map<Key, Hosted> hosted = hosted(query);
        Map<Key, Boolean> keys = new TreeMap<>();
        List.of(groups, line, hosted).forEach(part -> part.keySet().forEach(key -> keys.put(key, true)));
        List<Figures> rows = new ArrayList<>();
        for (Key key : keys.keySet()) {
            Period period = period(key.start(), query);
            rows.add(Telling.of(new Counted(period.from(), period.to(), part(query, Split.category, key.category()),
                    part(query, Split.language, key.language()), groups.getOrDefault(key, Sums.none()),
                    line.getOrDefault(key, Sums.none()), hosted.getOrDefault(key, Hosted.NOTHING))));
        }
        return rows;
    }

    /** All of it in one row. */
    Figures total(FigureQuery query) {
        FigureQuery unsplit = new FigureQuery(query.from(), query.to(), query.group(), query.category(),
                query.language(), Set.of());
        return Telling.of(new Counted(query.from(), query.to(), query.category(), query.language(),
                total(sums(unsplit, false)), query.whole() ? total(sums(unsplit, true)) : Sums.none(),
                hosted(unsplit).values().stream().reduce(Hosted.NOTHING,
                        (a, b) -> new Hosted(a.sessions() + b.sessions(), a.minutes() + b.minutes()))));
    }

    private static Sums total(Map<Key, Sums> sums) {
        return sums.values().stream().reduce(Sums.none(), Sums::plus);
    }

    private Map<Key, Sums> sums(FigureQuery query, boolean line) {
        return read("SELECT %s AS start, %s, " + SUMS + " FROM figures WHERE ripe_on BETWEEN :from AND :to AND %s"
                + " AND category " + (line ? "= ''" : "<> ''") + " GROUP BY 1, 2, 3", "ripe_on", query,
                FigureStore::sums);
    }

    private Map<Key, Hosted> hosted(FigureQuery query) {
        return read("SELECT %s AS start, %s, SUM(sessions), SUM(minutes) FROM hosted WHERE day BETWEEN :from AND :to "
                + "AND %s GROUP BY 1, 2, 3", "day", query, row -> new Hosted(row.getInt(4), row.getInt(5)));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<Key, T> read(String sql, String day, FigureQuery query, RowReader<T> reader) {
        String parts = (query.split().contains(Split.category) ? "category" : "''") + " AS c, "
                + (query.split().contains(Split.language) ? "language" : "''") + " AS l";
        String filter = (query.category() == null ? "TRUE" : "category = :category") + " AND "
                + (query.language() == null ? "TRUE" : "language = :language");
        Map<Key, T> read = new LinkedHashMap<>();
        var statement = jdbc.sql(sql.formatted(start(query, day), parts, filter))
                .param("from", Date.valueOf(query.from())).param("to", Date.valueOf(query.to()));
        if (query.category() != null) {
            statement = statement.param("category", query.category());
        }
        if (query.language() != null) {
            statement = statement.param("language", query.language());
        }
        statement.query(row -> {
            read.put(new Key(row.getObject("start", LocalDate.class), row.getString("c"), row.getString("l")),
                    reader.read(row));
        });
        return read;
    }

    /** The first day of the period that a day belongs to. */
    private static String start(FigureQuery query, String day) {
        return switch (query.group()) {
            case day -> day;
            case week -> "DATE_SUB(" + day + ", INTERVAL WEEKDAY(" + day + ") DAY)";
            case month -> "DATE_SUB(" + day + ", INTERVAL DAYOFMONTH(" + day + ") - 1 DAY)";
        };
    }

    /** As far as it was asked for: the first and the last one may be cut short. */
    private static Period period(LocalDate start, FigureQuery query) {
        LocalDate end = switch (query.group()) {
            case day -> start;
            case week -> start.plusDays(6);
            case month -> start.plusMonths(1).minusDays(1);
        };
        return new Period("", start.isBefore(query.from()) ? query.from() : start,
                end.isAfter(query.to()) ? query.to() : end);
    }

    private static @Nullable String part(FigureQuery query, Split split, String value) {
        return query.split().contains(split)
                ? value
                : split == Split.category ? query.category() : query.language();
    }
}
