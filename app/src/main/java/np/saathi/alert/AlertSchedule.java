package np.saathi.alert;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/** Once a second, in one of the instances, so that nobody is rung by two of them. */
@Configuration(proxyBeanMethods = false)
class AlertSchedule {

    @Bean
    RecurringTask<Void> alertTurns(AlertDesk desk) {
        return Tasks.recurring("alerts", FixedDelay.ofSeconds(1)).execute((_, _) -> desk.lookSafely());
    }
}
