package np.saathi;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.support.GenericApplicationContext;

import np.saathi.identity.NewKeys;

/**
 * The command {@code aot-training-run}: makes all beans of the app, with neither database nor Asterisk, and ends before any
 * is started. The JVM notes meanwhile what a start loads and runs, and keeps it in its AOT cache
 * ({@code java -XX:AOTCacheOutput=…}): with that the app starts in a third of the time (ADR 0019).
 */
final class AotTrainingRun {
    static final String COMMAND = "aot-training-run";
    /** Nobody listens there: the driver gives up at once. */
    private static final String NOBODY = "jdbc:mariadb://127.0.0.1:1/saathi";
    private static final Logger LOG = LoggerFactory.getLogger(AotTrainingRun.class);

    private AotTrainingRun() {}

    /** Ends this JVM. */
    static void run(String... args) {
        // Spring's own switch for this purpose, which it reads once.
        System.setProperty("spring.context.exit", "onRefresh");
        List<String> settings = List.of("--logging.level.root=warn",
                "--spring.datasource.url=" + EmptyDatabase.URL,
                "--spring.datasource.driver-class-name=" + EmptyDatabase.class.getName(),
                "--saathi.asterisk.ami-secret=of-nobody-in-particular",
                "--saathi.identity.keyset=" + keys());
        new SpringApplicationBuilder(SaathiApplication.class)
                .initializers((GenericApplicationContext app) -> app.registerBean(FlywayMigrationStrategy.class,
                        () -> AotTrainingRun::tryToMigrate))
                .run(Stream.concat(settings.stream(), Stream.of(args)).toArray(String[]::new));
        throw new IllegalStateException("Spring did not end the training run");
    }

    /** For this run alone. */
    private static String keys() {
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        NewKeys.print(new PrintStream(keys, true, StandardCharsets.UTF_8));
        return keys.toString(StandardCharsets.UTF_8).strip();
    }

    /** Flyway and MariaDB's driver, as far as they get without a server: a start needs both. */
    private static void tryToMigrate(Flyway flyway) {
        try {
            Flyway.configure().configuration(flyway.getConfiguration()).dataSource(NOBODY, "", "").connectRetries(0)
                    .load().info();
        } catch (FlywayException noServer) {
            LOG.debug("As expected", noServer);
        }
    }
}
