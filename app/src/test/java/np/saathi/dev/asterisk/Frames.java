package np.saathi.dev.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import np.saathi.dev.process.Wait;

/**
 * All that Asterisk tells the app over the manager interface, word for word, seen with the app's own rights: for tests
 * that look for what must not be in it.
 */
public final class Frames implements AutoCloseable {
    private final StringBuilder text = new StringBuilder();
    private final List<Map<String, String>> events = new ArrayList<>();
    private final Ami ami;

    private Frames(AsteriskServer line) {
        this.ami = new Ami(line.ami(), "saathi", line.amiSecret(), this::record);
        ami.onEvent(this::event);
    }

    /** Records from now on until closed. */
    public static Frames of(AsteriskServer line) {
        return new Frames(line);
    }

    private synchronized void record(String rawLine) {
        text.append(rawLine).append('\n');
    }

    private synchronized void event(Map<String, String> event) {
        events.add(Map.copyOf(event));
    }

    /** Everything so far, as it came. */
    public synchronized String text() {
        return text.toString();
    }

    /** The events of that name so far. */
    public synchronized List<Map<String, String>> events(String name) {
        return events.stream().filter(event -> name.equals(event.get("Event"))).toList();
    }

    /** Waits for an event of that name; it may have come already. */
    public Map<String, String> await(String name, Duration atMost) {
        return Wait.until(atMost, () -> events(name).stream().reduce((first, last) -> last))
                .orElseThrow(() -> new AssertionError("no event " + name + " within " + atMost));
    }

    /** Sends an action as the app could, and waits for the response. */
    public Map<String, String> send(String action, Map<String, String> fields) {
        return ami.send(action, fields);
    }

    /** Writes what came so far to a file, to be searched with other leftovers of a run. */
    public Path save(Path file) {
        try {
            return Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ami.close();
    }
}
