package np.saathi.dev.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** How long each class of tests took the last time, and so how long those that are left will take. */
final class ClassDurations {
    private static final String WHOLE = "whole run";
    /** Of a run that is the first here: before so much of it nothing can be said. */
    private static final double ENOUGH = 0.1;
    private final Path file;
    private final Properties millis = new Properties();
    private final Set<String> left;
    private final int all;

    /** @param classes of this run */
    ClassDurations(Path file, Collection<String> classes) {
        this.file = file;
        this.left = new HashSet<>(classes);
        this.all = left.size();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                millis.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void over(String name, Duration took) {
        left.remove(name);
        millis.setProperty(name, Long.toString(took.toMillis()));
    }

    /** How long the rest will take, where that can be told. */
    Optional<Duration> left(Duration sinceBegin) {
        Optional<Long> whole = Optional.ofNullable(millis.getProperty(WHOLE)).map(Long::valueOf);
        if (whole.isPresent()) {
            // classes run beside each other: a whole run is shorter than their sum
            double together = millis.stringPropertyNames().stream().filter(name -> !name.equals(WHOLE))
                    .mapToLong(this::millisOf).sum();
            return Optional.of(Duration.ofMillis(
                    Math.round(left.stream().mapToLong(this::millisOf).sum() / together * whole.get())));
        }
        double done = 1 - (double) left.size() / all;
        return done < ENOUGH
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(sinceBegin.toMillis() * (1 / done - 1))));
    }

    /** Of a new class nothing is known yet. */
    private long millisOf(String name) {
        return Long.parseLong(millis.getProperty(name, "0"));
    }

    /** After a run of all: next time it is known. */
    void keep(Duration whole) {
        millis.setProperty(WHOLE, Long.toString(whole.toMillis()));
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.createTempFile(file.getParent(), "unfinished", ".properties");
            try (var writer = Files.newBufferedWriter(written)) {
                millis.store(writer, "milliseconds");
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
