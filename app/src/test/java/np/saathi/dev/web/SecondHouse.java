package np.saathi.dev.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.TestPropertySource;

import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.process.Project;

/** Another instance of the app beside that of a {@link WebTest}, on the same database, with a real web server. */
public final class SecondHouse implements AutoCloseable {
    private static final Duration LONGEST = MachineSpeed.stretched(Duration.ofSeconds(20));
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build();

    private SecondHouse(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings further ones, as {@code name=value} */
    public static SecondHouse beside(ApplicationContext first, String... settings) {
        JdbcConnectionDetails database = first.getBean(JdbcConnectionDetails.class);
        Path prompts = Project.directory("prompts");
        Stream<String> own = Stream.of("server.port=0", "spring.datasource.url=" + database.getJdbcUrl(),
                "spring.datasource.username=" + database.getUsername(),
                "spring.datasource.password=" + database.getPassword(),
                // a web server takes a relative path for one of its own
                "saathi.prompts.script=" + prompts.resolve("script.yml"), "saathi.prompts.recordings=" + prompts);
        Stream<String> all = Stream
                .of(Stream.of(HouseProperties.class.getAnnotation(TestPropertySource.class).properties()),
                        own, Stream.of(settings))
                .flatMap(lines -> lines);
        return new SecondHouse(new SpringApplicationBuilder(WebHouse.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean("clock", Clock.class,
                        () -> first.getBean(TestClock.class)))
                .run(arguments(all)));
    }

    /** Of two with one name the last one counts; on a command line they would be a list. */
    private static String[] arguments(Stream<String> lines) {
        Map<String, String> named = new LinkedHashMap<>();
        lines.forEach(line -> named.put(line.replaceFirst("=.*", ""), "--" + line));
        return named.values().toArray(String[]::new);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    /** A request to fill; its address is this house. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).timeout(LONGEST);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DevServiceException("The second house does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("Interrupted while the second house answered");
        }
    }

    /** POST of a JSON body. */
    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
