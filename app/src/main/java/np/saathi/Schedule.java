package np.saathi;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

/**
 * What one of the instances does for all, again and again; which one, db-scheduler settles in the database. One
 * scheduler for all of it: two on one table would each take the other's tasks for forgotten ones, and delete them.
 */
@Component
class Schedule implements DisposableBean {
    /** An instance that was killed in the middle of something is missed after six of these. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int THREADS = 3;
    private final Scheduler scheduler;

    /** @param look how often it is looked for what is due: callbacks come at most so much later */
    Schedule(DataSource database, List<RecurringTask<?>> tasks, @Value("${saathi.schedule.look:1s}") Duration look) {
        this.scheduler = Scheduler.create(database).threads(THREADS).pollingInterval(look).heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(Duration.ofSeconds(10)).startTasks(tasks).build();
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
