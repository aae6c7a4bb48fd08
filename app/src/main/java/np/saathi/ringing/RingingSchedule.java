package np.saathi.ringing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/** Once a second, in one of the instances, so that "one a second" holds for all of them together. */
@Configuration(proxyBeanMethods = false)
class RingingSchedule {

    @Bean
    RecurringTask<Void> ringingTurns(RingingDesk desk) {
        return Tasks.recurring("ringing", FixedDelay.ofSeconds(1)).execute((_, _) -> desk.ringSafely());
    }
}
