package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.Contract;
import np.saathi.dev.web.TestRooms;
import np.saathi.dev.web.WebTest;

/**
 * Role × operation × one's own or somebody else's: {@code who-may.txt} is the law. What the document has and the table
 * has not fails, and the other way round.
 */
@WebTest
class WhoMayTests {
    /** After these one is nobody, or has another password. */
    private static final Set<String> LAST = Set.of("GET /logout", "DELETE /account", "POST /account/password");
    @Autowired
    Clients clients;
    @Autowired
    Contract contract;
    @Autowired
    Rows rows;
    @Autowired
    TestRooms rooms;
    @Autowired
    AutowireCapableBeanFactory house;
    private Belongings belongings;
    private Client stranger;
    private Client caller;
    private Client volunteer;
    private Client admin;

    /**
     * One line of the table.
     *
     * @param cells stranger, caller, volunteer, admin; each one status, or one's own and somebody else's
     */
    private record Row(String operation, String about, List<String> cells, String sent) {
        static Row of(String line) {
            List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(parts.get(0), parts.get(1), parts.subList(2, 6), parts.get(6));
        }

        boolean ofOwners(int column) {
            return cells.get(column).contains("/");
        }
    }

    @BeforeEach
    void oneOfEach() {
        rows.delete();
        rooms.linked(true);
        belongings = (Belongings) house.autowire(Belongings.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR,
                false);
        newPeople();
    }

    @AfterEach
    void onlyWhatTheLineHasByItself() {
        rows.delete();
        rows.update("DELETE FROM category WHERE code LIKE 'q__'");
        rows.update("DELETE FROM line_language WHERE code LIKE 'q__'");
    }

    private void newPeople() {
        stranger = clients.stranger();
        caller = clients.caller();
        volunteer = clients.volunteer();
        admin = clients.admin();
    }

    private static List<Row> table() {
        try {
            return new ClassPathResource("access/who-may.txt").getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyOperationIsInTheTableAndTheTableHasNoOther() {
        Set<String> told = table().stream().map(Row::operation).collect(Collectors.toSet());
        assertThat(told).containsExactlyInAnyOrderElementsOf(operations());
    }

    private Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        contract.document().path("paths").propertyStream().forEach(path -> path.getValue().propertyStream()
                .forEach(of -> operations.add(of.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    @Test
    void everybodyIsAnsweredAsTheTableSays() {
        SoftAssertions all = new SoftAssertions();
        for (Row row : table()) {
            if (LAST.contains(row.operation)) {
                newPeople();
            }
            List<String> seen = List.of(cell(row, 0, stranger), cell(row, 1, caller), cell(row, 2, volunteer),
                    cell(row, 3, admin));
            all.assertThat(seen).as(row.operation + " about " + row.about + " " + said).isEqualTo(row.cells);
            if (LAST.contains(row.operation)) {
                newPeople();
            }
        }
        all.assertAll();
    }

    /** What was answered last: the reason, where a cell is wrong. */
    private String said = "";

    private String cell(Row row, int column, Client who) {
        return row.ofOwners(column)
                ? ask(row, who, Optional.of(who)) + "/" + ask(row, who, Optional.empty())
                : ask(row, who, Optional.empty());
    }

    private String ask(Row row, Client who, Optional<Client> owner) {
        String id = row.about.equals("-") ? "" : belongings.make(row.about, owner);
        String[] methodAndPath = row.operation.split(" ", 2);
        MockMvcRequestBuilder request = who.request(HttpMethod.valueOf(methodAndPath[0]),
                filled(methodAndPath[1], id) + (row.sent.startsWith("?") ? row.sent : "")).header("If-Match", "*");
        // A stream goes on as long as somebody looks: that it has begun is enough.
        MockHttpServletResponse answer = (row.operation.endsWith("/live")
                ? request.asyncExchange()
                : send(request, row.sent, id)).getResponse();
        said = answer.getStatus() < 400 ? said : text(answer);
        return String.valueOf(answer.getStatus());
    }

    private MvcTestResult send(MockMvcRequestBuilder request, String sent, String id) {
        return switch (sent) {
            case "@voice" ->
                form(request, "audio", "voice.wav", Belongings.voice()).param("inReplyTo", id).exchange();
            case "@sentence" -> form(request, "audio", "thanks.wav", Belongings.voice()).exchange();
            case "@lesson" -> form(request, "file", "Breathe.pdf", Belongings.PDF).param("title", "Breathe")
                    .param("audience", "CALLERS").param("language", "ne").exchange();
            default -> sent.isEmpty() || sent.startsWith("?")
                    ? request.exchange()
                    : request.contentType(MediaType.APPLICATION_JSON).content(body(sent, id)).exchange();
        };
    }

    private static MockMultipartMvcRequestBuilder form(MockMvcRequestBuilder request, String name, String file,
            byte[] content) {
        return request.multipart().file(new MockMultipartFile(name, file, "application/octet-stream", content));
    }

    private static String filled(String path, String id) {
        List<String> parts = new ArrayList<>(List.of(id.split("/", -1)));
        String filled = path;
        while (filled.contains("{")) {
            filled = filled.replaceFirst("\\{\\w+}", parts.removeFirst());
        }
        return filled;
    }

    private String body(String sent, String id) {
        return sent.equals("$settings")
                ? belongings.settings()
                : sent.replace("$id", id).replace("$start", belongings.start()).replace("$new", belongings.name())
                        .replace("$number", belongings.number());
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
