package np.saathi.web;

import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import np.saathi.support.DatabaseWatch;

/** Puts {@link ImpatientDataSource} before the pool. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** For a connection: whoever asks on the web while the database is away is told so within two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(900);

    @Bean
    static BeanPostProcessor patience(Environment settings, ObjectProvider<DatabaseWatch> watch) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool
                        ? new ImpatientDataSource(pool,
                                settings.getProperty("saathi.web.database-patience", Duration.class, PATIENCE),
                                watch::getObject)
                        : bean;
            }
        };
    }
}
