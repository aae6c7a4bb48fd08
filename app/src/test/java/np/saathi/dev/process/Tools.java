package np.saathi.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the host: where they are, and running one to its end. */
public final class Tools {
    /** What a program said and how it ended. */
    public record Outcome(int exit, String output) {}

    private Tools() {}

    /** A program on PATH or where servers lie (an ordinary user's PATH often lacks sbin). */
    public static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(":", -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, name)).filter(Files::isExecutable).findFirst();
    }

    /** Runs to the end; standard output and error come back as one text. Ended by force after the given time. */
    public static Outcome run(Duration atMost, Map<String, String> environment, List<String> command) {
        Path output = null;
        try {
            // A file, not a pipe: a program that leaves children behind would hold a pipe open.
            output = Files.createTempFile("saathi-run", ".out");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectInput(new java.io.File("/dev/null")).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new DevServiceException(command.getFirst() + " did not end within " + atMost.toSeconds() + " s");
            }
            return new Outcome(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while " + command.getFirst() + " ran", e);
        } finally {
            if (output != null) {
                PrivateDirectory.delete(output);
            }
        }
    }
}
