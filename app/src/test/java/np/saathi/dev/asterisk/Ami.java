package np.saathi.dev.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import np.saathi.dev.process.DevServiceException;

/**
 * A link to Asterisk's manager interface, as raw as it comes: the tests look at what really goes over the wire, so
 * they don't use the library that the line uses.
 */
public final class Ami implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Socket socket;
    private final Writer out;
    private final Map<String, CompletableFuture<Map<String, String>>> waiting = new ConcurrentHashMap<>();
    private final List<Consumer<Map<String, String>>> listeners = new CopyOnWriteArrayList<>();
    private final Consumer<String> raw;

    /** Connects and logs in; {@code raw} is given every line that comes, from the first. */
    public Ami(InetSocketAddress address, String user, String secret, Consumer<String> raw) {
        this.raw = raw;
        try {
            this.socket = new Socket(address.getAddress(), address.getPort());
            this.out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No manager interface at " + address, e);
        }
        Thread.ofVirtual().name("ami-" + address.getPort()).start(this::read);
        send("Login", Map.of("Username", user, "Secret", secret));
    }

    /** Adds somebody who is told each event, in order, on the reading thread. */
    public void onEvent(Consumer<Map<String, String>> listener) {
        listeners.add(listener);
    }

    /** Sends an action and waits for its response; a response that is an error is thrown. */
    public Map<String, String> send(String action, Map<String, String> fields) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        Map<String, String> all = new LinkedHashMap<>(Map.of("Action", action));
        all.put("ActionID", id);
        all.putAll(fields);
        try {
            write(all);
            Map<String, String> response = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if ("Error".equals(response.get("Response"))) {
                throw new DevServiceException(action + " was refused: " + response.get("Message"));
            }
            return response;
        } catch (ExecutionException | TimeoutException e) {
            throw new DevServiceException("No response to " + action, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted in " + action, e);
        } finally {
            waiting.remove(id);
        }
    }

    private void write(Map<String, String> fields) {
        StringBuilder message = new StringBuilder();
        fields.forEach((name, value) -> {
            if (value.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("control character in " + name);
            }
            message.append(name).append(": ").append(value).append("\r\n");
        });
        try {
            synchronized (out) {
                out.write(message.append("\r\n").toString());
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            Map<String, String> message = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                raw.accept(line);
                int colon = line.indexOf(':');
                if (colon > 0) {
                    message.merge(line.substring(0, colon), line.substring(colon + 1).strip(),
                            (first, next) -> first + "\n" + next);
                } else if (line.isEmpty()) {
                    dispatch(message);
                    message = new HashMap<>();
                }
            }
            fail(new IOException("Asterisk closed the link"));
        } catch (IOException e) {
            fail(e);
        }
    }

    private void dispatch(Map<String, String> message) {
        if (message.containsKey("Event")) {
            listeners.forEach(listener -> listener.accept(message));
        } else if (message.containsKey("Response")) {
            CompletableFuture<Map<String, String>> answer = waiting.get(message.getOrDefault("ActionID", ""));
            if (answer != null) {
                answer.complete(message);
            }
        }
    }

    private void fail(IOException reason) {
        waiting.values().forEach(answer -> answer.completeExceptionally(reason));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
