package np.saathi.retention;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/** Once an hour, in one of the instances. */
@Configuration(proxyBeanMethods = false)
class RetentionSchedule {

    @Bean
    RecurringTask<Void> retention(RetentionJob job) {
        return Tasks.recurring("retention", FixedDelay.ofHours(1)).execute((_, _) -> job.run());
    }
}
