package np.saathi.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.PrivateDirectory;
import np.saathi.dev.process.ServerProcess;
import np.saathi.dev.process.Settings;

/** The real app in a JVM of its own, so that a test can kill it, freeze it, and start it again. */
public final class AppProcess extends ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(15);
    /** One for all questions: making one takes longer than asking, and would take it from the app that starts. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, String> settings;
    private final AppCommand command;

    /** Made, but not started. */
    public AppProcess(Path home, Map<String, String> settings) {
        this(home, settings, AppCommand.ofThisBuild());
    }

    AppProcess(Path home, Map<String, String> settings, AppCommand command) {
        super("app", PrivateDirectory.at(home), STOP);
        this.settings = settings;
        this.command = command;
    }

    /** Starts it and returns when it says of itself that all is up: database, Asterisk, call desk and prompts. */
    public AppProcess start() {
        launch(command(), START, this::isHealthy);
        return this;
    }

    /** Settings go by a file, so that no password stands in a process list. */
    private List<String> command() {
        List<String> lines = new ArrayList<>();
        settings.forEach((name, value) -> lines.add(name + "=" + value.replace("\\", "\\\\")));
        // Its directory goes with the test: a copy stays beside the log of the tests themselves.
        Settings.text("saathi.test.log").map(Path::of).ifPresent(tests -> lines
                .add("logging.file.name=" + tests.resolveSibling("app-" + settings.get("server.port") + ".log")));
        try {
            Files.write(home().resolve("app.properties"), lines);
        } catch (IOException e) {
            throw new DevServiceException("Can't write the app's settings: " + e.getMessage());
        }
        List<String> words = new ArrayList<>(command.words());
        words.add("--spring.config.additional-location=" + home() + "/app.properties");
        return words;
    }

    private boolean isHealthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(http("/actuator/health")).timeout(Duration.ofSeconds(2))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("Interrupted while the app started");
        }
    }

    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + settings.get("server.port") + path);
    }

    /** Everything that it logged since it was last started. */
    public String log() {
        try {
            return Files.readString(home().resolve("app.out"));
        } catch (IOException e) {
            throw new DevServiceException("Can't read the app's log: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        stop();
    }
}
