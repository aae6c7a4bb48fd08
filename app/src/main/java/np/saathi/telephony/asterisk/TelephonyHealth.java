package np.saathi.telephony.asterisk;

import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What {@code /actuator/health} tells of telephony: the manager link, the call desk, and whether keys come. */
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
        return () -> (desk.isRunning()
                ? Health.up().withDetail("calls", desk.callsNow())
                        .withDetail("keysOfTheLastHour", keys(desk.keylessLastHour()))
                        .withDetail("numbersOfTheLastHours", numbers(desk.spreadLastHours()))
                : Health.down()).build();
    }

    private static Map<String, Object> numbers(CallerSpread.Count count) {
        return Map.of("calls", count.calls(), "mostByOneNumber", count.mostOfOne(), "warning", count.oneMakesMost());
    }

    /** That no key came is no outage of ours, and no reason to be restarted: it is said beside. */
    private static Map<String, Object> keys(KeylessCalls.Count count) {
        return Map.of("callsAsked", count.asked(), "callsWithoutKey", count.keyless(), "warning",
                count.noKeysReachUs());
    }
}
