package np.saathi.dev;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.SaathiApplication;
import np.saathi.account.Accounts;
import np.saathi.prompt.Studio;
import np.saathi.session.Sessions;
import np.saathi.volunteer.Volunteers;

/** The app in this JVM, on a development line. */
public final class DevelopmentApp implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private DevelopmentApp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param arguments as on a command line; they win over the settings */
    public static DevelopmentApp start(Map<String, String> settings, String... arguments) {
        Stream<String> ours = settings.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        return new DevelopmentApp(new SpringApplicationBuilder(SaathiApplication.class)
                .run(Stream.concat(ours, Stream.of(arguments)).toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public DemoData demoData() {
        return new DemoData(bean(Sessions.class), bean(Volunteers.class), bean(Accounts.class), bean(JdbcClient.class),
                bean(Clock.class));
    }

    /** @param shelf as in {@code saathi.training.directory} */
    public DemoLessons demoLessons(Path shelf) {
        return new DemoLessons(bean(Studio.class), bean(JdbcClient.class), shelf, bean(Clock.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
