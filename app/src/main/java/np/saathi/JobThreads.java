package np.saathi;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import np.saathi.support.DatabaseOutage;

/**
 * Threads for {@code @Scheduled} jobs. With virtual threads Spring's own scheduler runs all jobs with a fixed delay on
 * one thread: one that hangs, on a dead disk for instance, would stop the clock of sessions and the crisis file's
 * renewal with it. A job never runs twice at once, so with a thread for each of them none waits for another. They are
 * virtual: idle ones cost next to nothing.
 */
@Configuration(proxyBeanMethods = false)
class JobThreads {
    private static final Logger LOG = LoggerFactory.getLogger(JobThreads.class);
    /** More than there are jobs; a test counts them. */
    static final int MOST = 32;

    @Bean
    TaskScheduler jobs() {
        ThreadPoolTaskScheduler jobs = new ThreadPoolTaskScheduler();
        jobs.setPoolSize(MOST);
        jobs.setThreadFactory(Thread.ofVirtual().name("job-", 0).factory());
        jobs.setErrorHandler(JobThreads::failed);
        return jobs;
    }

    /** The next run tries again. An outage is told of by who watches the database. */
    private static void failed(Throwable failure) {
        if (DatabaseOutage.isBehind(failure)) {
            LOG.debug("A job waits for the database: {}", failure.getMessage());
        } else {
            LOG.error("A job failed", failure);
        }
    }
}
