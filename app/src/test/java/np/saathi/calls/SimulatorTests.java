package np.saathi.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import np.saathi.dev.process.Ports;
import np.saathi.dev.simulator.Simulator;
import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The line from a browser: what a newcomer without a softphone sees of a real call. */
@CallTests
class SimulatorTests {
    private static final JsonMapper JSON = new JsonMapper();
    private final TestLine line;
    private final HttpClient http = HttpClient.newHttpClient();

    SimulatorTests(TestLine line) {
        this.line = line;
    }

    @Test
    void aFirstCallIsKeyedAndReadInTheBrowser() throws IOException, InterruptedException {
        try (Simulator simulator = simulator()) {
            String call = simulator.url() + "calls/" + post(simulator.url() + "calls",
                    "{\"number\": \"1660\", \"from\": \"%s\"}".formatted(TestLine.newNumber())).path("id").asString();
            try (BufferedReader events = events(call)) {
                awaitSentence(events, "language.offer", "en");
                post(call + "/keys", "{\"keys\": \"2\"}");
                JsonNode welcome = awaitSentence(events, "welcome.first", "en");
                assertThat(welcome.path("text").asString()).contains("speak your heart");
                awaitSentence(events, "consent.agree", "en");
                HttpRequest hangUp = HttpRequest.newBuilder(URI.create(call)).DELETE().build();
                assertThat(http.send(hangUp, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
                awaitEnd(events);
            }
        }
    }

    @Test
    void pagesOfOthersPlaceNoCalls() throws IOException, InterruptedException {
        try (Simulator simulator = simulator()) {
            HttpRequest foreign = HttpRequest.newBuilder(URI.create(simulator.url() + "calls"))
                    .header("Origin", "http://example.org")
                    .POST(BodyPublishers.ofString("{\"number\": \"1660\", \"from\": \"\"}")).build();
            assertThat(http.send(foreign, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
            assertThat(line.channels()).isEmpty();
        }
    }

    private Simulator simulator() {
        PromptCatalog prompts = line.app().bean(PromptCatalog.class);
        return new Simulator(Ports.free(), line.exchange(), line.services().prompts(),
                (key, language) -> prompts.text(new Spoken(List.of(key)), new Language(language)),
                Map.of("caller.number", TestLine.CALLER_NUMBER, "volunteer.number", TestLine.VOLUNTEER_NUMBER));
    }

    private JsonNode post(String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)).build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private BufferedReader events(String call) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(call + "/events"))
                .timeout(TestLine.SOON.multipliedBy(9))
                .build();
        return new BufferedReader(
                new InputStreamReader(http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    private static JsonNode awaitSentence(BufferedReader events, String key, String language) throws IOException {
        for (JsonNode event = next(events);; event = next(events)) {
            assertThat(event.path("kind").asString()).as("before " + key + ": " + event).isEqualTo("heard");
            if (event.path("key").asString().equals(key) && event.path("language").asString().equals(language)) {
                return event;
            }
        }
    }

    private static void awaitEnd(BufferedReader events) throws IOException {
        JsonNode event;
        do {
            event = next(events);
        } while (!event.path("kind").asString().equals("over"));
    }

    private static JsonNode next(BufferedReader events) throws IOException {
        for (String read = events.readLine(); read != null; read = events.readLine()) {
            if (read.startsWith("data: ")) {
                return JSON.readTree(read.substring("data: ".length()));
            }
        }
        throw new AssertionError("the events ended before the call did");
    }
}
