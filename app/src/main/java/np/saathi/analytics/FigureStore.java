package np.saathi.analytics;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of figures while they grow, and when they are settled. */
@Repository
class FigureStore {
    private static final String COLUMNS = Figure.columns(Figure::column);
    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits to stand for ten calls. */
    Sums growing(Group group) {
        return jdbc.sql("SELECT size, " + COLUMNS + " FROM figures WHERE ripe_on IS NULL AND category = ? "
                + "AND language = ? FOR UPDATE").params(group.category(), group.language())
                .query((row, n) -> sums(row)).optional().orElseGet(Sums::none);
    }

    void keepGrowing(Group group, Sums sums) {
        write(group, sums, null);
    }

    /** From now on it is told, and the group begins anew. */
    void settle(Group group, Sums rounded, LocalDate day) {
        write(group, rounded, Date.valueOf(day));
    }

    private void write(Group group, Sums sums, @Nullable Date ripeOn) {
        jdbc.sql("DELETE FROM figures WHERE ripe_on IS NULL AND category = ? AND language = ?")
                .params(group.category(), group.language()).update();
        var insert = jdbc.sql("INSERT INTO figures (category, language, ripe_on, size, " + COLUMNS
                + ") VALUES (:category, :language, :ripeOn, :size, " + Figure.columns(figure -> ":" + figure.column())
                + ")").param("category", group.category()).param("language", group.language()).param("ripeOn", ripeOn)
                .param("size", sums.size());
        for (Figure figure : Figure.values()) {
            insert = insert.param(figure.column(), sums.of(figure));
        }
        insert.update();
    }

    static Sums sums(ResultSet row) throws SQLException {
        Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, row.getInt(figure.column()));
        }
        return new Sums(row.getInt("size"), figures);
    }
}
