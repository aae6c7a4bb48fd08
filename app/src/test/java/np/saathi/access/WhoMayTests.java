package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import np.saathi.dev.Client;
import np.saathi.dev.Clients;
import np.saathi.dev.WebTest;

/** Every endpoint, asked by everybody: the table below is the law, and an endpoint that is not in it fails. */
@WebTest
class WhoMayTests {
    /** Stranger, caller, volunteer, admin: a letter for who is let in, a dot for who is not. */
    private static final Map<String, Set<String>> TABLE = Map.of(
            "SCVA", Set.of("POST /signup", "POST /login", "GET /logout", "POST /account/claim"),
            ".CVA", Set.of("GET /account", "POST /account/password", "POST /account/pin", "DELETE /account",
                    "GET /sessions", "GET /sessions/{id}", "GET /categories", "GET /languages", "GET /training",
                    "GET /training/{id}/file"),
            ".CV.", Set.of("POST /join-session", "POST /leave-session", "POST /feedback", "POST /private-message",
                    "GET /private-message", "POST /private-message/{id}/open", "GET /private-message/{id}/audio"),
            "..VA",
            Set.of("POST /sessions", "PUT /sessions/{id}", "DELETE /sessions/{id}", "GET /feedback/{sessionId}"),
            "..V.", Set.of("GET /cmhv/sessions", "PUT /cmhv/session/{id}", "GET /cmhv/session/{id}/live",
                    "GET /cmhv/activity", "GET /cmhv/messages", "POST /cmhv/report", "PUT /cmhv/report/{id}",
                    "GET /cmhv/report/{id}", "GET /cmhv/report/{id}/audio", "GET /cmhv/reports"));

    private record Endpoint(RequestMethod method, String path, boolean upload) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        /** Admins' endpoints are known by their path. */
        String mayExpected() {
            return TABLE.entrySet().stream().filter(row -> row.getValue().contains(toString())).map(Map.Entry::getKey)
                    .findFirst().orElse(path.startsWith("/admin/") ? "...A" : "not in the table");
        }

        String pathOfNothing() {
            return path.replaceAll("\\{code}", "nothing").replaceAll("\\{\\w+}", "987654321");
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;
    @Autowired
    Clients clients;
    private Client stranger;
    private Client caller;
    private Client volunteer;
    private Client admin;

    @BeforeEach
    void oneOfEach() {
        stranger = clients.stranger();
        caller = clients.caller();
        volunteer = clients.volunteer();
        admin = clients.admin();
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("np.saathi")) {
                boolean upload = mapping.getConsumesCondition().getConsumableMediaTypes()
                        .contains(MediaType.MULTIPART_FORM_DATA);
                paths(mapping).forEach(path -> mapping.getMethodsCondition().getMethods()
                        .forEach(method -> endpoints.add(new Endpoint(method, path, upload))));
            }
        });
        return endpoints;
    }

    private static Set<String> paths(RequestMappingInfo mapping) {
        return new TreeSet<>(mapping.getPatternValues());
    }

    @Test
    void everyEndpointLetsInWhoMayAndNobodyElse() throws UnsupportedEncodingException {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> seen = new TreeMap<>();
        // Whoever signs out or is forgotten is nobody afterwards: those two come last, each with people of their own.
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.toString().equals("GET /logout") || endpoint.toString().equals("DELETE /account")) {
                oneOfEach();
            }
            String who = letIn(stranger, endpoint, "S") + letIn(caller, endpoint, "C")
                    + letIn(volunteer, endpoint, "V") + letIn(admin, endpoint, "A");
            seen.merge(endpoint.toString(), who, (one, other) -> one.equals(other) ? one : one + " or " + other);
            expected.put(endpoint.toString(), endpoint.mayExpected());
            if (endpoint.toString().equals("GET /logout") || endpoint.toString().equals("DELETE /account")) {
                oneOfEach();
            }
        }
        assertThat(seen).hasSizeGreaterThan(60);
        seen.forEach((endpoint, who) -> assertThat(who).as(endpoint).isEqualTo(expected.get(endpoint)));
        assertThat(TABLE.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .as("what the table has, the house has").isSubsetOf(seen.keySet());
    }

    /** An empty request is never done: who is let in is told what it lacks. */
    private static String letIn(Client who, Endpoint endpoint, String letter) throws UnsupportedEncodingException {
        MockMvcRequestBuilder request = who.request(HttpMethod.valueOf(endpoint.method().name()),
                endpoint.pathOfNothing());
        if (endpoint.upload()) {
            request = request.contentType(MediaType.MULTIPART_FORM_DATA);
        } else if (endpoint.method() == RequestMethod.POST || endpoint.method() == RequestMethod.PUT) {
            request = request.contentType(MediaType.APPLICATION_JSON).content("{}");
        }
        request = request.header("If-Match", "\"0\"");
        // A stream goes on as long as somebody looks: that it has begun is enough.
        MockHttpServletResponse answer = (endpoint.path().endsWith("/live")
                ? request.asyncExchange()
                : request.exchange()).getResponse();
        String type = answer.getContentAsString();
        boolean denied = type.contains("urn:saathi:problem:signed-out")
                || type.contains("urn:saathi:problem:forbidden");
        assertThat(answer.getStatus()).as(letter + " asks " + endpoint + ": " + type).isLessThan(500);
        return denied ? "." : letter;
    }
}
