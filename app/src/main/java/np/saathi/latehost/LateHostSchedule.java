package np.saathi.latehost;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/** Once a second, in one of the instances, so that no host is rung by two of them. */
@Configuration(proxyBeanMethods = false)
class LateHostSchedule {

    @Bean
    RecurringTask<Void> lateHostTurns(HostLadder ladder) {
        return Tasks.recurring("late-hosts", FixedDelay.ofSeconds(1)).execute((_, _) -> ladder.climbSafely());
    }
}
