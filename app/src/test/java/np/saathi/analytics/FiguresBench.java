package np.saathi.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.springframework.test.context.TestPropertySource;

import np.saathi.analytics.FigureQuery.Span;
import np.saathi.analytics.FigureQuery.Split;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;

/** A million calls, asked for by roll-up and row by row in the same run: see app/bench/README.md. */
@ModuleTest(with = {"identity", "web"})
@TestPropertySource(properties = "spring.datasource.hikari.data-source-properties.socketTimeout=0")
class FiguresBench {
    private static final int CALLS = 1_000_000;
    private static final int DAYS = 730;
    private static final int TRIES = 11;
    @Autowired
    Analytics analytics;
    @Autowired
    RollUp rollUp;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    @Test
    void aMillionCallsAreAnsweredFromTheirRollUps() {
        LocalDate to = NepalDay.of(clock.instant().minus(Duration.ofDays(2)));
        LocalDate from = to.minusDays(DAYS - 1);
        jdbc.sql("""
                INSERT INTO call_log (started_at, day, seconds, door, language, category, waited_seconds, abandoned,
                    no_host, step, rolled)
                SELECT NOW(), DATE_SUB(?, INTERVAL FLOOR(RAND(1) * ?) DAY), RAND(2) * 3600, 'CALLER',
                    ELT(1 + FLOOR(RAND(3) * 2), 'ne', 'en'),
                    ELT(1 + FLOOR(RAND(4) * 6), 'stress', 'grief', 'family', 'study', 'migration', 'new-mothers'),
                    POW(RAND(5), 4) * 900, RAND(6) < 0.1, RAND(7) < 0.02, 'MENU', FALSE
                FROM seq_1_to_%d
                """.formatted(CALLS)).params(java.sql.Date.valueOf(to), DAYS).update();
        long started = System.nanoTime();
        rollUp.run();
        double rolled = (System.nanoTime() - started) / 1e9;
        FigureQuery query = new FigureQuery(from, to, Span.month, null, null, Set.of(Split.category));
        long rollUpMicros = median(() -> analytics.rows(query));
        long rawMicros = median(() -> raw(from, to));
        System.out.printf("%,d calls, %d days, by month and category, median of %d: roll-up %.1f ms, raw %.1f ms, "
                + "ratio %.0f; rolled up in %.1f s%n", CALLS, DAYS, TRIES, rollUpMicros / 1e3, rawMicros / 1e3,
                1.0 * rawMicros / rollUpMicros, rolled);
        assertThat(analytics.total(query).calls()).isEqualTo(CALLS);
        assertThat(rollUpMicros).isLessThan(100_000);
    }

    private void raw(LocalDate from, LocalDate to) {
        jdbc.sql("SELECT DATE_SUB(day, INTERVAL DAYOFMONTH(day) - 1 DAY) AS start, category, COUNT(*), SUM(abandoned), "
                + "SUM(no_host), SUM(seconds < 10), AVG(waited_seconds) FROM call_log WHERE day BETWEEN ? AND ? "
                + "GROUP BY 1, 2").params(java.sql.Date.valueOf(from), java.sql.Date.valueOf(to)).query()
                .listOfRows();
    }

    private static long median(Runnable query) {
        return LongStream.range(0, TRIES).map(_ -> {
            long began = System.nanoTime();
            query.run();
            return (System.nanoTime() - began) / 1000;
        }).sorted().skip(TRIES / 2).findFirst().orElseThrow();
    }
}
