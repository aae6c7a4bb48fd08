package np.saathi.dev.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.pstn.Exchange;
import np.saathi.dev.pstn.Phone;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two phones in a browser page: keys to press, and the sentences that are heard, as text. Each drives a real SIP call
 * from the callers' exchange to the line. It has a small server of its own, on loopback, so that the app knows nothing
 * of it:
 *
 * <pre>
 * GET  /                    the page
 * GET  /facts               the numbers to call, and who may sign in as a host
 * POST /calls               {number, from} → 201 {id}: places a call; from "" withholds the number
 * POST /calls/{id}/keys     {keys}         → 204
 * POST /calls/{id}/voice    {speaks}       → 204: a tone that the others hear
 * GET  /calls/{id}/events   server-sent events {kind, key, language, text} until the call is over
 * DELETE /calls/{id}        → 204: hangs up
 * </pre>
 */
public final class Simulator implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CALL = Pattern.compile("/calls/([0-9a-f-]{36})(?:/(keys|voice|events))?");
    private static final Pattern KEYS = Pattern.compile("[0-9*#]{1,16}");
    private static final Pattern NUMBER = Pattern.compile("\\d{0,15}");
    private static final Map<String, String> PAGE = Map.of("/", "page.html", "/page.js", "page.js", "/page.css",
            "page.css");
    /** A page that was forgotten open shall not fill the line. */
    private static final int CALLS = 10;

    private final Exchange exchange;
    private final PromptLibrary prompts;
    private final BiFunction<String, String, String> words;
    private final Map<String, String> facts;
    private final HttpServer server;
    private final Map<String, SimulatedCall> calls = new ConcurrentHashMap<>();

    /** An answer that is no 2xx: its status, and why. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String why;

        Refused(int status, String why) {
            super(why);
            this.status = status;
            this.why = why;
        }
    }

    /**
     * Made, and serving.
     *
     * @param port on 127.0.0.1
     * @param words key and language of a sentence → its words
     * @param facts what the page tells: {@code caller.number}, {@code volunteer.number}, {@code volunteer.id} …
     */
    public Simulator(int port, Exchange exchange, PromptLibrary prompts, BiFunction<String, String, String> words,
            Map<String, String> facts) {
        this.exchange = exchange;
        this.prompts = prompts;
        this.words = words;
        this.facts = Map.copyOf(facts);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new DevServiceException("The call simulator can't listen on port " + port + ": " + e.getMessage());
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void serve(HttpExchange http) throws IOException {
        try (http) {
            try {
                onlyOurOwnPage(http);
                answer(http);
            } catch (Refused refused) {
                send(http, refused.status, "text/plain; charset=utf-8", refused.why.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Any page that is open in this browser can reach loopback: none but ours may place calls. */
    private void onlyOurOwnPage(HttpExchange http) throws Refused {
        String ours = "127.0.0.1:" + server.getAddress().getPort();
        String origin = http.getRequestHeaders().getFirst("Origin");
        if (!ours.equals(http.getRequestHeaders().getFirst("Host"))
                || origin != null && !origin.equals("http://" + ours)) {
            throw new Refused(403, "Open " + url());
        }
    }

    private void answer(HttpExchange http) throws IOException, Refused {
        String path = http.getRequestURI().getPath();
        String request = http.getRequestMethod() + " " + path;
        Matcher call = CALL.matcher(path);
        if (http.getRequestMethod().equals("GET") && PAGE.containsKey(path)) {
            sendPage(http, PAGE.get(path));
        } else if (request.equals("GET /facts")) {
            sendJson(http, 200, facts);
        } else if (request.equals("POST /calls")) {
            sendJson(http, 201, Map.of("id", place(body(http))));
        } else if (call.matches()) {
            onCall(http, call.group(1), http.getRequestMethod() + " "
                    + Optional.ofNullable(call.group(2)).orElse(""));
        } else {
            throw new Refused(404, "Nothing here");
        }
    }

    private String place(JsonNode wanted) throws Refused {
        String number = text(wanted, "number", NUMBER);
        String from = text(wanted, "from", NUMBER);
        if (!number.equals(facts.get("caller.number")) && !number.equals(facts.get("volunteer.number"))) {
            throw new Refused(422, "The line has no number " + number);
        }
        if (calls.size() >= CALLS) {
            throw new Refused(429, "End some of the calls first");
        }
        String id = UUID.randomUUID().toString();
        try {
            Phone phone = from.isEmpty()
                    ? exchange.calls(number).from("").withheld().place()
                    : exchange.calls(number).from(from).place();
            calls.put(id, new SimulatedCall(phone, prompts, words));
        } catch (AssertionError notAnswered) {
            throw new Refused(503, String.valueOf(notAnswered.getMessage()));
        }
        return id;
    }

    private void onCall(HttpExchange http, String id, String request) throws IOException, Refused {
        SimulatedCall call = calls.get(id);
        if (call == null) {
            throw new Refused(404, "No such call");
        }
        switch (request) {
            case "POST keys" -> call.press(text(body(http), "keys", KEYS));
            case "POST voice" -> call.speak(body(http).path("speaks").asBoolean());
            case "DELETE " -> hangUp(id);
            case "GET events" -> {
                sendEvents(http, id, call);
                return;
            }
            default -> throw new Refused(405, "Not so");
        }
        http.sendResponseHeaders(204, -1);
    }

    private void sendEvents(HttpExchange http, String id, SimulatedCall call) throws IOException {
        http.getResponseHeaders().add("Content-Type", "text/event-stream");
        http.getResponseHeaders().add("Cache-Control", "no-store");
        http.sendResponseHeaders(200, 0);
        try (OutputStream out = http.getResponseBody()) {
            SimulatedCall.Event event;
            int number = 0;
            do {
                event = call.await(number++);
                out.write(("data: " + JSON.writeValueAsString(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } while (!event.kind().equals("over"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // The page is closed, or the call is over.
            hangUp(id);
        }
    }

    private void hangUp(String id) {
        SimulatedCall call = calls.remove(id);
        if (call != null) {
            call.close();
        }
    }

    private static JsonNode body(HttpExchange http) throws IOException, Refused {
        try (InputStream in = http.getRequestBody()) {
            return JSON.readTree(in.readNBytes(2_000));
        } catch (JacksonException e) {
            throw new Refused(400, "Not JSON");
        }
    }

    private static String text(JsonNode body, String field, Pattern allowed) throws Refused {
        String text = body.path(field).asString("");
        if (!allowed.matcher(text).matches()) {
            throw new Refused(422, field + ": not as it should be");
        }
        return text;
    }

    private static void sendJson(HttpExchange http, int status, Object content) throws IOException {
        send(http, status, "application/json", JSON.writeValueAsBytes(content));
    }

    private static void sendPage(HttpExchange http, String file) throws IOException {
        try (InputStream in = Simulator.class.getResourceAsStream("/simulator/" + file)) {
            if (in == null) {
                throw new UncheckedIOException(new IOException("simulator/" + file + " is missing"));
            }
            http.getResponseHeaders().add("Content-Security-Policy",
                    "default-src 'self'; img-src data:; frame-ancestors 'none'");
            send(http, 200, "text/" + file.substring(file.indexOf('.') + 1).replace("js", "javascript")
                    + "; charset=utf-8", in.readAllBytes());
        }
    }

    private static void send(HttpExchange http, int status, String type, byte[] content) throws IOException {
        http.getResponseHeaders().add("Content-Type", type);
        http.getResponseHeaders().add("Cache-Control", "no-store");
        http.sendResponseHeaders(status, content.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(content);
        }
    }

    @Override
    public void close() {
        calls.keySet().forEach(this::hangUp);
        server.stop(0);
    }
}
