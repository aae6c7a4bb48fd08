package np.saathi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;

import np.saathi.dev.database.Rows;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.Contract;
import np.saathi.dev.web.TestRooms;
import np.saathi.dev.web.WebTest;

import tools.jackson.databind.JsonNode;

/**
 * Every operation of the document is asked what it never should be, by everybody. Whatever comes, the answer is one that
 * the document tells ({@link Contract}): no failure of ours, and nothing of our inside. Another seed:
 * {@code -Dsaathi.test.seed=…}; more of it: {@code -Dsaathi.test.fuzz=…} times each operation.
 */
@WebTest
class FuzzTests {
    private static final Pattern INSIDE = Pattern
            .compile("Exception|\\bat [a-z]+(\\.\\w+)+\\(|\\.java:|jdbc|org\\.springframework|np\\.saathi");
    /** Passwords take their time to be compared. */
    private static final Set<String> SLOW = Set.of("/login", "/account/claim", "/account/password", "/account/pin",
            "/signup");
    private static final int USUAL = 12;
    /** Of so many rounds; a slow machine does fewer. */
    private static final Duration LONGEST = MachineSpeed.stretched(Duration.ofSeconds(30));
    @Autowired
    Clients clients;
    @Autowired
    Contract contract;
    @Autowired
    Rows rows;
    @Autowired
    TestRooms rooms;
    private final long seed = Long.getLong("saathi.test.seed", 20_261_129);
    private final Strange strange = new Strange(seed);
    private List<Client> everybody = List.of();
    private String settings = "";

    @BeforeEach
    void theHouseIsEmpty() {
        rows.delete();
        rooms.linked(true);
        comeIn();
        settings = text(clients.admin().get("/admin/settings"));
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(clients.admin().put("/admin/settings", "*", settings)).hasStatusOk();
        rows.delete();
        rows.update("DELETE FROM category WHERE code NOT IN "
                + "('stress', 'grief', 'family', 'study', 'migration', 'mothers')");
        rows.update("DELETE FROM line_language WHERE code NOT IN ('ne', 'en')");
    }

    private void comeIn() {
        everybody = List.of(clients.stranger(), clients.caller(), clients.volunteer(), clients.admin(),
                clients.admin());
    }

    @Test
    void whateverIsAskedTheAnswerIsADocumentedOne() {
        long begun = System.nanoTime();
        int rounds = Integer.getInteger("saathi.test.fuzz", USUAL);
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (int round = 0; round < rounds && System.nanoTime() - begun < LONGEST.toNanos() * rounds / USUAL; round++) {
            for (Map.Entry<String, JsonNode> path : contract.document().path("paths").properties()) {
                if (SLOW.contains(path.getKey()) && round % 4 != 0) {
                    continue;
                }
                for (Map.Entry<String, JsonNode> of : path.getValue().properties()) {
                    ask(path.getKey(), of.getKey().toUpperCase(Locale.ROOT), of.getValue(), wrong);
                    asked++;
                }
            }
            comeIn(); // some of them are signed out, forgotten or suspended by now
        }
        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(asked).isGreaterThan(500);
    }

    @Test
    void tenMegabytesOfTextAreReadOfNobody() {
        byte[] much = new byte[10 * 1024 * 1024];
        Arrays.fill(much, (byte) ' ');
        contract.document().path("paths").properties().forEach(path -> path.getValue().properties().forEach(of -> {
            if (of.getValue().has("requestBody")) {
                for (Client who : everybody.subList(0, 4)) {
                    assertThat(who.request(HttpMethod.valueOf(of.getKey().toUpperCase(Locale.ROOT)),
                            path.getKey().replaceAll("\\{\\w+}", "1")).contentType("application/json").content(much)
                            .exchange().getResponse().getStatus()).as(of.getKey() + " " + path.getKey())
                            .isIn(401, 403, 413);
                }
            }
        }));
    }

    private void ask(String path, String method, JsonNode of, List<String> wrong) {
        Client who = strange.oneOf(everybody);
        String url = url(path, of);
        MockMvcRequestBuilder request = who.request(HttpMethod.valueOf(method), "/")
                .uri(URI.create(url));
        headers(request);
        String place = method + " " + url;
        String sent = "";
        try {
            MvcTestResult answer;
            JsonNode content = of.path("requestBody").path("content");
            if (content.has("multipart/form-data") && strange.sometimes(70)) {
                answer = form(request.multipart(), content.path("multipart/form-data").path("schema")).exchange();
            } else if (path.endsWith("/live")) {
                answer = request.asyncExchange();
            } else {
                byte[] body = content.isMissingNode() && strange.sometimes(80)
                        ? new byte[0]
                        : strange.body(schema(content), contract.document());
                sent = new String(body, StandardCharsets.UTF_8);
                answer = request.contentType(strange.sometimes(95) ? "application/json" : "text/plain").content(body)
                        .exchange();
            }
            judge(answer, place, sent, wrong);
        } catch (AssertionError | RuntimeException e) {
            wrong.add(place + " " + shortened(sent) + " → " + shortened(String.valueOf(e)));
        }
    }

    private static @Nullable JsonNode schema(JsonNode content) {
        return content.has("application/json") ? content.path("application/json").path("schema") : null;
    }

    private void judge(MvcTestResult answer, String place, String sent, List<String> wrong) {
        Exception failed = answer.getUnresolvedException();
        if (failed != null) {
            wrong.add(place + " " + shortened(sent) + " → " + failed);
            return;
        }
        String said = text(answer);
        if (answer.getResponse().getStatus() >= 500
                || answer.getResponse().getStatus() >= 400 && INSIDE.matcher(said).find()) {
            wrong.add(place + " " + shortened(sent) + " → " + answer.getResponse().getStatus() + " "
                    + shortened(said));
        }
    }

    private String url(String path, JsonNode of) {
        String filled = path;
        while (filled.contains("{")) {
            filled = filled.replaceFirst("\\{\\w+}", Matcher.quoteReplacement(
                    UriUtils.encodePathSegment(strange.inPath(), StandardCharsets.UTF_8)));
        }
        StringBuilder query = new StringBuilder();
        names(of.path("parameters")).forEach(name -> {
            if (strange.sometimes(60)) {
                query.append(query.isEmpty() ? "?" : "&").append(name).append('=')
                        .append(UriUtils.encode(strange.word(), StandardCharsets.UTF_8));
            }
        });
        return filled + query;
    }

    /** Those of the query; what is told as one object ({@code paging}) is its fields. */
    private List<String> names(JsonNode parameters) {
        List<String> names = new ArrayList<>(List.of("page", "size", "sort"));
        parameters.forEach(parameter -> {
            if (parameter.path("in").asString().equals("query")) {
                JsonNode schema = parameter.path("schema");
                JsonNode object = contract.document()
                        .at(schema.path("$ref").asString("#/none").substring(1)).path("properties");
                if (object.isEmpty()) {
                    names.add(parameter.path("name").asString());
                } else {
                    object.propertyNames().forEach(names::add);
                }
            }
        });
        return names.stream().distinct().toList();
    }

    private void headers(MockMvcRequestBuilder request) {
        header(request, 70, "If-Match", "*");
        for (String name : List.of("If-Match", "Idempotency-Key", "Accept-Language", "Range", "If-None-Match",
                "If-Modified-Since", "X-Forwarded-For", "X-HTTP-Method-Override", "Origin")) {
            header(request, 10, name, strange.word());
        }
        header(request, 5, "Range", strange.oneOf(List.of("bytes=0-", "bytes=5-2", "bytes=-1",
                "bytes=99999999999999999999-", "bytes=0-0,1-1,2-2", "lines=1")));
        header(request, 5, "Accept",
                strange.oneOf(List.of("text/html", "image/png", "*/*", "/", "application/json;q=2")));
        header(request, 20, "Idempotency-Key", "a key of " + strange.word());
    }

    private void header(MockMvcRequestBuilder request, int percent, String name, String value) {
        if (strange.sometimes(percent)) {
            request.header(name, value.replaceAll("[\\r\\n]", " "));
        }
    }

    private MockMultipartMvcRequestBuilder form(MockMultipartMvcRequestBuilder request, JsonNode schema) {
        byte[] content = strange.oneOf(polyglots());
        String name = strange.oneOf(List.of("file", "audio", "file", "audio", "other", "../x"));
        String fileName = strange.oneOf(List.of("../../../etc/passwd", "C:\\boot.ini", "a\u0000.pdf", "x.pdf", "", "..",
                "नेपाली.mp3", "a".repeat(300)));
        request.file(new MockMultipartFile(name, fileName,
                strange.oneOf(List.of("application/pdf", "text/html", "audio/wav", "/", "image/svg+xml")), content));
        for (String field : List.of("title", "audience", "language", "to", "sessionId", "inReplyTo")) {
            if (strange.sometimes(60)) {
                request.param(field, strange.word());
            }
        }
        if (strange.sometimes(50)) {
            request.param("audience", "CALLERS").param("language", "ne").param("title", "Breathe");
        }
        return request;
    }

    /** Begin as one thing and are another, or nothing. */
    private static List<byte[]> polyglots() {
        return List
                .of("%PDF-1.4\n<script>alert(1)</script>", "GIF89a/*\u0000*/=1;alert(1)",
                        "RIFF\u0010\u0000\u0000\u0000WAVEfmt ",
                        "RIFF\u00ff\u00ff\u00ff\u00ffWAVEdata", "PK\u0003\u0004%PDF-1.4", "<html>%PDF-1.4",
                        "ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000<?php",
                        "OggS\u0000\u0002", "#!AMR\n", "fLaC\u0000\u0000\u0000\"", "", "\u001aE\u00df\u00a3webm",
                        "\u0000\u0000\u0000\u0018ftypM4A ", "#EXTM3U\nfile:///etc/passwd")
                .stream()
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 300)).replace('\n', ' ');
    }
}
