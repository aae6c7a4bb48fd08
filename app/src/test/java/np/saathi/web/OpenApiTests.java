package np.saathi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.Contract;
import np.saathi.dev.web.WebTest;

import tools.jackson.databind.JsonNode;

/** The document of the API: it tells of everything, to admins only. */
@WebTest
class OpenApiTests {
    /** The brief's table (product.md, "REST"). */
    private static final Set<String> TABLE = Set.of("POST /signup", "POST /login", "GET /logout", "GET /sessions",
            "POST /sessions", "PUT /sessions/{id}", "DELETE /sessions/{id}", "POST /join-session",
            "POST /leave-session", "POST /private-message", "GET /private-message", "POST /feedback",
            "GET /feedback/{sessionId}", "GET /cmhv/sessions", "PUT /cmhv/session/{id}", "POST /cmhv/report",
            "GET /admin/users", "GET /admin/sessions", "GET /admin/analytics", "POST /admin/training");
    /** Not here yet; whoever brings one strikes it out. */
    private static final Set<String> PENDING = Set.of();
    @Autowired
    Clients clients;
    @Autowired
    Contract contract;

    @Test
    void everyPathOfTheBriefIsInIt() {
        Set<String> there = operations();
        Set<String> expected = new TreeSet<>(TABLE);
        expected.removeAll(PENDING);
        assertThat(there).containsAll(expected);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> known = contract.document().path("components").path("schemas").propertyStream()
                .map(schema -> "#/components/schemas/" + schema.getKey()).toList();
        assertThat(contract.document().findValuesAsString("$ref")).isNotEmpty().allSatisfy(ref -> assertThat(known)
                .contains(ref));
    }

    @Test
    void everyOperationTellsWhatGoesWrongAndHowToSignIn() {
        contract.document().path("paths").forEach(path -> path.forEach(operation -> {
            for (String status : new String[]{"401", "403", "503"}) {
                assertThat(operation.path("responses").path(status).path("content").has("application/problem+json"))
                        .as(operation.path("operationId").asString() + " " + status).isTrue();
            }
        }));
        assertThat(contract.document().at("/components/securitySchemes/token/name").asString())
                .isEqualTo("X-Auth-Token");
    }

    @Test
    void whatIsAlwaysThereIsRequiredAndWhatMayBeAbsentIsNot() {
        JsonNode user = contract.document().at("/components/schemas/User/required");
        assertThat(user.valueStream().map(JsonNode::asString).collect(Collectors.toSet()))
                .contains("id", "nickname", "role", "pending", "version").doesNotContain("language");
    }

    @Test
    void aWordIsAWord() {
        assertThat(contract.document().at("/components/schemas/User/properties/id/type").asString())
                .isEqualTo("string");
    }

    /** Who asks is known from the session: it would be a parameter where the library forgot its settings. */
    @Test
    void whoAsksIsNoParameter() {
        contract.document().path("paths").forEach(path -> path.forEach(operation -> assertThat(
                operation.path("parameters").findValuesAsString("$ref"))
                .as(operation.path("operationId").asString()).doesNotContain("#/components/schemas/SignedIn")));
    }

    @Test
    void itIsForAdminsOnly() {
        for (String path : new String[]{"/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/swagger-config",
                "/swagger-ui.html", "/swagger-ui/index.html"}) {
            assertThat(clients.stranger().get(path)).as(path).hasStatus(HttpStatus.UNAUTHORIZED);
            for (Client other : new Client[]{clients.caller(), clients.volunteer()}) {
                assertThat(other.get(path)).as(path).hasStatus(HttpStatus.FORBIDDEN);
            }
        }
        assertThat(clients.admin().get("/swagger-ui/index.html")).hasStatusOk();
    }

    @Test
    void everyProblemOfAStatusIsNamed() {
        JsonNode conflicts = contract.document().at("/components/schemas/Problem409/properties/type/enum");
        assertThat(conflicts.valueStream().map(JsonNode::asString)).contains("urn:saathi:problem:host-busy",
                "urn:saathi:problem:session-not-live").doesNotContain("urn:saathi:problem:stale");
    }

    private Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        contract.document().path("paths").propertyStream().forEach(path -> path.getValue().propertyStream()
                .forEach(operation -> operations.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                        + path.getKey())));
        return operations;
    }
}
