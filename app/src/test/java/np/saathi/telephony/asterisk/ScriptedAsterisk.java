package np.saathi.telephony.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.asteriskjava.fastagi.AgiScript;
import org.jspecify.annotations.Nullable;

import np.saathi.dev.process.Ports;

/**
 * Asterisk's side of FastAGI, by script: it calls a real FastAGI server over a real socket and answers each command
 * with the next reply that was given for its name; without one, as Asterisk does when nobody presses anything. Replies
 * are the ones that Asterisk 22 was seen to send.
 */
final class ScriptedAsterisk implements AutoCloseable {
    static final String UNIQUE_ID = "1795338540.3";
    static final String CHANNEL = "PJSIP/trunk-00000001";
    static final String SAYING = "EXEC \"Background\"";
    static final String ENTERING = "EXEC \"ConfBridge\"";
    /** A reply to a command that listens when the line is gone. */
    static final String GONE = "200 result=-1";
    /** A reply to any command on a channel that is gone. */
    static final String DEAD = "511 result=-1 Command Not Permitted on a dead channel or intercept routine";
    /** Instead of a reply the connection is closed. */
    static final String CLOSED = "closed";

    private static final Pattern WORDS = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
    private static final List<String> NAMES = List.of("SET VARIABLE", "GET VARIABLE", "GET FULL VARIABLE",
            "WAIT FOR DIGIT", "STREAM FILE", "RECORD FILE", SAYING, ENTERING, "GOSUB", "DATABASE DEL");
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;
    private final @Nullable FastAgi server;
    private final Map<String, Deque<String>> replies = new HashMap<>();
    private final Map<String, Runnable> whenAsked = new HashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> commands = new ArrayList<>();

    /** Calls a server that stands already. */
    ScriptedAsterisk(int port) {
        this.port = port;
        this.server = null;
    }

    ScriptedAsterisk(AgiScript script) {
        port = Ports.free();
        FastAgi own = new FastAgi((_, _) -> script, "127.0.0.1", port);
        server = own;
        Thread.ofPlatform().daemon().name("agi-of-test").start(() -> {
            try {
                own.startup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Lets something be done over one call's wire; what it gives or throws is given or thrown here. */
    static <T> T over(Function<ScriptedAsterisk, ScriptedAsterisk> script, Function<AgiWire, T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        AgiScript one = (_, channel) -> {
            try {
                result.complete(work.apply(new AgiWire(channel)));
            } catch (RuntimeException | AssertionError e) {
                result.completeExceptionally(e);
            }
        };
        try (ScriptedAsterisk asterisk = new ScriptedAsterisk(one)) {
            script.apply(asterisk).call();
        }
        try {
            return result.join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** What commands of this name are answered with, in order: a whole reply, {@link #GONE} … {@link #CLOSED}. */
    ScriptedAsterisk answers(String command, String... with) {
        replies.computeIfAbsent(command, _ -> new ArrayDeque<>()).addAll(List.of(with));
        return this;
    }

    /** What else happens when the next command of this name comes in, before it is answered. */
    ScriptedAsterisk when(String command, Runnable happens) {
        whenAsked.put(command, happens);
        return this;
    }

    ScriptedAsterisk has(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Makes a call and returns when the other side has closed it. */
    ScriptedAsterisk call() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write("agi_network: yes\nagi_network_script: caller\nagi_request: agi://127.0.0.1/caller\nagi_channel: "
                    + CHANNEL + "\nagi_language: ne\nagi_type: PJSIP\nagi_uniqueid: " + UNIQUE_ID + "\n\n");
            out.flush();
            converse(in, out);
        } catch (java.net.SocketException e) {
            // the other side had closed already: that is how a call that nobody serves ends
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void converse(BufferedReader in, Writer out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String reply = replyTo(line);
            if (reply.equals(CLOSED)) {
                return;
            }
            out.write(reply + "\n");
            out.flush();
        }
    }

    /** Every command, as it came. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    /** Commands of this name, as they came. */
    List<String> commands(String name) {
        return commands.stream().filter(command -> command.startsWith(name)).toList();
    }

    /** The value that a channel variable has now; empty text for none. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    private String replyTo(String line) {
        String name = NAMES.stream().filter(line::startsWith).findFirst().orElse("");
        Runnable happening = whenAsked.remove(name);
        if (happening != null) {
            happening.run();
        }
        List<String> words = words(line.substring(name.length()));
        Deque<String> scripted = replies.getOrDefault(name, new ArrayDeque<>());
        if (name.equals("SET VARIABLE")) {
            variables.put(words.get(0), words.size() > 1 ? words.get(1) : "");
        }
        return scripted.isEmpty() ? usual(name, words) : scripted.remove();
    }

    private String usual(String name, List<String> words) {
        return switch (name) {
            case "GET VARIABLE", "GET FULL VARIABLE" -> {
                String value = variable(words.getFirst());
                yield value.isEmpty() ? "200 result=0" : "200 result=1 (" + value + ")";
            }
            case "GOSUB" -> {
                if (words.getFirst().equals("room-left")) {
                    variables.put("LEFT_BY", variable("HELP") + "|" + variable("CONFBRIDGE_RESULT") + "|"
                            + variable("MOVE"));
                    variables.put("MOVE", "");
                    variables.put("CONFBRIDGE_RESULT", "");
                }
                yield "200 result=0 Gosub complete";
            }
            case "STREAM FILE" -> "200 result=0 endpos=8000";
            case "RECORD FILE" -> "200 result=0 (timeout) endpos=16000";
            case "WAIT FOR DIGIT", SAYING, ENTERING -> "200 result=0";
            default -> "200 result=1";
        };
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdown();
        }
    }
}
