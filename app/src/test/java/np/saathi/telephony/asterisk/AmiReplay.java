package np.saathi.telephony.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A manager interface that plays back what a real one was heard to say: captured frames for whoever logs in, and the
 * lists that are asked for. Each new link is a new play.
 */
final class AmiReplay implements AutoCloseable {
    private final ServerSocket server;
    private final BlockingQueue<Socket> links = new LinkedBlockingQueue<>();
    private final Map<String, String> lists = new HashMap<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    AmiReplay() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("ami-replay").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The frames of a resource in {@code /ami}, as they came over the wire. */
    static String frames(String name) {
        try (var in = Objects.requireNonNull(AmiReplay.class.getResourceAsStream("/ami/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered to an action that asks for a list: frames in which {@code ?} stands for the action's id. */
    AmiReplay lists(String action, String frames) {
        lists.put(action, frames);
        return this;
    }

    /** All actions of this name that came, in order: values by header, both names in small letters. */
    List<Map<String, String>> asked(String action) {
        return asked.stream().filter(one -> one.getOrDefault("action", "").equalsIgnoreCase(action)).toList();
    }

    /** Sends frames over every link that stands. */
    void plays(String frames) {
        links.forEach(link -> send(link, frames));
    }

    /** Cuts every link. */
    void cuts() {
        links.forEach(AmiReplay::close);
        links.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket link = server.accept();
                Thread.ofVirtual().name("ami-replay-link").start(() -> serve(link));
            } catch (IOException e) {
                return; // closed: the test is over
            }
        }
    }

    private void serve(Socket link) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(link.getInputStream(), StandardCharsets.UTF_8))) {
            send(link, "Asterisk Call Manager/11.0.0\n");
            Map<String, String> action = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    answer(link, action);
                    action = new HashMap<>();
                } else {
                    int colon = line.indexOf(':');
                    action.merge(line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                            line.substring(colon + 1).strip(), (before, more) -> before + "," + more);
                }
            }
        } catch (IOException e) {
            links.remove(link);
        }
    }

    private void answer(Socket link, Map<String, String> action) {
        String name = action.getOrDefault("action", "").toLowerCase(java.util.Locale.ROOT);
        String id = "ActionID: " + action.get("actionid") + "\n";
        asked.add(Map.copyOf(action));
        switch (name) {
            case "challenge" -> send(link, "Response: Success\n" + id + "Challenge: 123456789\n\n");
            case "login" -> {
                send(link, "Response: Success\n" + id + "Message: Authentication accepted\n\n"
                        + "Event: FullyBooted\nPrivilege: system,all\nUptime: 3600\nLastReload: 3600\n"
                        + "Status: Fully Booted\n\n");
                links.add(link);
            }
            case "coresettings" -> send(link, "Response: Success\n" + id + "AsteriskVersion: 22.10.1\n\n");
            default -> {
                String list = lists.get(name);
                if (list == null) {
                    send(link, "Response: Success\n" + id + "\n");
                } else {
                    send(link, list.replace("?", String.valueOf(action.get("actionid"))));
                }
            }
        }
    }

    private static void send(Socket link, String frames) {
        try {
            Writer out = new java.io.OutputStreamWriter(link.getOutputStream(), StandardCharsets.UTF_8);
            out.write(frames.replace("\n", "\r\n"));
            out.flush();
        } catch (IOException e) {
            close(link);
        }
    }

    private static void close(Socket link) {
        try {
            link.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cuts();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
