package np.saathi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.dev.ModuleTest;
import np.saathi.dev.TestClock;

@ModuleTest
@Import(RetentionTests.Rules.class)
class RetentionTests {
    @Autowired
    DataSource database;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    static class Rules implements RetentionSpans {
        @Override
        public Retention retention() {
            return Retention.DEFAULT;
        }
    }

    @Test
    void aRuleThatFailsKeepsNoOtherFromForgetting() {
        List<Instant> applied = new ArrayList<>();
        RetentionRule fails = (_, _) -> {
            throw new IllegalStateException("this table is locked");
        };
        RetentionRule works = (now, spans) -> {
            assertThat(spans).isEqualTo(Retention.DEFAULT);
            applied.add(now);
            return 1;
        };
        new RetentionJob(List.of(fails, works), () -> Retention.DEFAULT, clock).run();
        assertThat(applied).containsExactly(clock.instant());
    }

    /** db-scheduler on this MariaDB and its driver: two instances, one turn. */
    @Test
    void ofSeveralInstancesOneForgets() {
        jdbc.sql("DELETE FROM scheduled_tasks").update();
        List<Instant> turns = new ArrayList<>();
        RetentionRule rule = (now, _) -> {
            synchronized (turns) {
                turns.add(now);
            }
            return 0;
        };
        RetentionJob job = new RetentionJob(List.of(rule), () -> Retention.DEFAULT, clock);
        RetentionSchedule one = new RetentionSchedule(database, job);
        RetentionSchedule other = new RetentionSchedule(database, job);
        try {
            one.start();
            other.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> jdbc
                    .sql("SELECT COUNT(*) FROM scheduled_tasks WHERE last_success IS NOT NULL AND NOT picked "
                            + "AND execution_time > UTC_TIMESTAMP() + INTERVAL 50 MINUTE")
                    .query(Integer.class).single() == 1);
            assertThat(turns).hasSize(1);
        } finally {
            one.destroy();
            other.destroy();
        }
    }
}
