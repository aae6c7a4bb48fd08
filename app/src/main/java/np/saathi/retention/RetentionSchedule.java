package np.saathi.retention;

import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/** Once an hour, in one of the instances: which one, db-scheduler settles in the database. */
@Component
class RetentionSchedule implements DisposableBean {
    private final Scheduler scheduler;

    RetentionSchedule(DataSource database, RetentionJob job) {
        this.scheduler = Scheduler.create(database).threads(1).pollingInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .startTasks(
                        Tasks.recurring("retention", FixedDelay.ofHours(1)).execute((_, _) -> job.run()))
                .build();
    }

    /** Not before the tables are there. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @Override
    public void destroy() {
        scheduler.stop();
    }
}
