package np.saathi.analytics;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnalyticsConfiguration {

    /** Nobody may foresee how a figure is rounded: they could undo it. */
    @Bean
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
