package np.saathi.dev.database;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the tables, for tests that must begin with none or prove that nothing was written. */
public final class Rows {
    /** What the migrations themselves fill. */
    private static final List<String> SEEDED = List.of("line_language", "category", "category_name", "timetable",
            "flyway_schema_history", "database_probe");
    /** What the app writes down of its own doings by the clock, whoever calls or not. */
    private static final List<String> HOUSEKEEPING = List.of("roll_up", "scheduled_tasks");
    private final JdbcClient jdbc;
    private final Runnable forget;
    private List<String> tables = List.of();

    public Rows(JdbcClient jdbc) {
        this(jdbc, () -> {});
    }

    /** @param forget what the app knows by heart of rows that are gone */
    public Rows(JdbcClient jdbc, Runnable forget) {
        this.jdbc = jdbc;
        this.forget = forget;
    }

    /** Empties every table but the seeded ones. */
    public void delete() {
        // Of those only that hold something: to truncate all took longer than many a test. For each statement by itself:
        // the next one may get another connection of the pool.
        filled().forEach(table -> jdbc.sql("SET STATEMENT foreign_key_checks = 0 FOR TRUNCATE TABLE " + table)
                .update());
        forget.run();
    }

    /** For what only time or an operator would do. */
    public void update(String sql) {
        jdbc.sql(sql).update();
    }

    public int in(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    /** What a query for one number finds. */
    public int sum(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    /** Rows in all tables but the seeded ones and those of housekeeping. */
    public int all() {
        return tables().stream().filter(table -> !HOUSEKEEPING.contains(table)).mapToInt(this::in).sum();
    }

    /** Every value of every table, as text. */
    public String dump() {
        StringBuilder dump = new StringBuilder();
        for (String table : tables()) {
            dump.append(jdbc.sql("SELECT * FROM " + table).query().listOfRows()).append('\n');
        }
        return dump.toString();
    }

    private List<String> filled() {
        return jdbc.sql(tables().stream()
                .map(table -> "SELECT '" + table + "' FROM DUAL WHERE EXISTS (SELECT 1 FROM " + table + ")")
                .collect(Collectors.joining(" UNION ALL "))).query(String.class).list();
    }

    /** Asked for once: the migrations have run before there is an object of this class. */
    private synchronized List<String> tables() {
        if (tables.isEmpty()) {
            tables = jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                    .query(String.class).list().stream().filter(table -> !SEEDED.contains(table)).toList();
        }
        return tables;
    }
}
