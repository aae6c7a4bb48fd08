package np.saathi.telephony.asterisk;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What {@code /actuator/health} tells of telephony: the manager link and the call desk. */
@Configuration(proxyBeanMethods = false)
class TelephonyHealth {

    @Bean
    Channels channels() {
        return new Channels();
    }

    @Bean
    HealthIndicator asteriskHealthIndicator(AmiLink link) {
        return () -> (link.isUp() ? Health.up() : Health.down()).build();
    }

    @Bean
    HealthIndicator agiHealthIndicator(@Lazy CallDesk desk) {
        return () -> (desk.isRunning() ? Health.up().withDetail("calls", desk.callsNow()) : Health.down()).build();
    }
}
