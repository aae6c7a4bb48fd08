package np.saathi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the mind of the line. The safe shell, Asterisk's dialplan, lives on without it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SaathiApplication {

    public static void main(String[] args) {
        SpringApplication.run(SaathiApplication.class, args);
    }
}
