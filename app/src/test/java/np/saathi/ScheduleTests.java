package np.saathi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import np.saathi.dev.web.WebTest;

/** db-scheduler on this MariaDB and its driver. */
@WebTest
class ScheduleTests {
    private static final Duration LOOK = Duration.ofMillis(200);
    @Autowired
    DataSource database;
    @Autowired
    JdbcClient jdbc;

    @Test
    void ofSeveralInstancesOneTakesItsTurn() {
        AtomicInteger turns = new AtomicInteger();
        RecurringTask<Void> task = Tasks.recurring("a-test", FixedDelay.ofHours(1))
                .execute((_, _) -> turns.incrementAndGet());
        Schedule one = new Schedule(database, List.of(task), LOOK);
        Schedule other = new Schedule(database, List.of(task), LOOK);
        try {
            one.start();
            other.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> jdbc
                    .sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'a-test' AND last_success IS NOT NULL "
                            + "AND NOT picked AND execution_time > UTC_TIMESTAMP() + INTERVAL 50 MINUTE")
                    .query(Integer.class).single() == 1);
            assertThat(turns).hasValue(1);
        } finally {
            one.destroy();
            other.destroy();
            jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = 'a-test'").update();
        }
    }
}
