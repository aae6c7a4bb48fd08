package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Limit;
import np.saathi.account.Password;
import np.saathi.account.RateLimits;
import np.saathi.dev.DemoData;
import np.saathi.dev.database.Rows;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.SecondHouse;
import np.saathi.dev.web.WebTest;
import np.saathi.session.Sessions;
import np.saathi.volunteer.Volunteers;

/** Two instances of the app on one database; the second has a real web server. */
@WebTest
@TestInstance(Lifecycle.PER_CLASS)
class TwoInstancesTests {
    private static final String ADMIN = "714265";
    private static final String ADMINS_PASSWORD = "set by the operator";
    @Autowired
    ApplicationContext here;
    @Autowired
    Clients clients;
    @Autowired
    Accounts accounts;
    @Autowired
    RateLimits limits;
    @Autowired
    Rows rows;
    private SecondHouse second;

    @BeforeAll
    void start() {
        rows.delete();
        second = SecondHouse.beside(here, "saathi.admin.id=" + ADMIN, "saathi.admin.password=" + ADMINS_PASSWORD,
                "saathi.limits.join-code-of-id.tries=7", "saathi.limits.join-code-of-id.per=1h");
    }

    @AfterAll
    void stop() {
        second.close();
    }

    @Test
    void theAdminOfTheConfigurationIsMadeAtTheStart() {
        assertThat(accounts.createAdmin(new AccountId(ADMIN), new Password("changed since then"))).isFalse();
        Client admin = clients.stranger().login(new AccountId(ADMIN), ADMINS_PASSWORD);
        assertThat(admin.get("/account")).bodyJson().extractingPath("$.role").isEqualTo("ADMIN");
    }

    @Test
    void theAdminAndTheVolunteersOfTheDevelopmentRunCanSignIn() {
        DemoData.Made made = new DemoData(second.bean(Sessions.class), second.bean(Volunteers.class), accounts,
                second.bean(JdbcClient.class), second.bean(Clock.class)).make();
        Map<String, String> facts = made.properties();
        for (String who : List.of("admin", "volunteer", "volunteer2")) {
            clients.stranger().login(new AccountId(String.valueOf(facts.get(who + ".id"))),
                    String.valueOf(facts.get(who + ".password")));
        }
    }

    @Test
    void whoSignsInAtOneIsSignedInAtTheOther() {
        Client asha = clients.caller();
        assertThat(second.send(second.request("/account").header("X-Auth-Token", asha.token())).body())
                .contains(asha.id().value());
        assertThat(second.send(second.request("/logout").header("X-Auth-Token", asha.token())).statusCode())
                .isEqualTo(204);
        Client.assertProblem(asha.get("/account"), HttpStatus.UNAUTHORIZED, "signed-out");
    }

    @Test
    void aLimitHoldsOverBothAndForManyAtOnce() throws Exception {
        RateLimits there = second.bean(RateLimits.class);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tries.add(() -> limits.tryTake(Limit.JOIN_CODE_FROM_PHONE, "one phone").isEmpty());
            tries.add(() -> there.tryTake(Limit.JOIN_CODE_FROM_PHONE, "one phone").isEmpty());
        }
        int allowed = 0;
        try (ExecutorService together = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> one : together.invokeAll(tries)) {
                allowed += one.get() ? 1 : 0;
            }
        }
        assertThat(allowed).isEqualTo(5);
        assertThat(there.tryTake(Limit.JOIN_CODE_FROM_PHONE, "another phone")).isEmpty();
    }

    @Test
    void aLimitIsChangedByTheConfiguration() {
        RateLimits there = second.bean(RateLimits.class);
        for (int i = 0; i < 7; i++) {
            assertThat(there.tryTake(Limit.JOIN_CODE_OF_ID, "999999")).isEmpty();
        }
        assertThat(there.tryTake(Limit.JOIN_CODE_OF_ID, "999999")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/account", "/admin/users", "/sessions;x=1", "/a//b", "/error", "/actuator/env",
            "/panel/../account", "/%2e%2e/account", "/a%00b", "/a%0d%0ab", "/sessions?size=%ff"})
    void aStrangersRequestEndsInAProblem(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*")
                .containsIgnoringCase("Content-Type: application/problem+json").contains("urn:saathi:problem:")
                .doesNotContain("Exception", "springframework", "<html", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"x\"", "{\"id\": {}, \"password\": []}", "{}", "",
            "{\"id\": \"1\", \"password\": null}"})
    void aBodyThatCantBeIsABadRequest(String body) {
        HttpResponse<String> answer = second.post("/login", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "jackson", "np.saathi");
    }

    @Test
    void otherMethodsAndKindsOfBodyAreProblems() {
        assertThat(second.send(second.request("/login")).statusCode()).as("no GET for strangers").isEqualTo(401);
        Client asha = clients.caller();
        problem(second.send(second.request("/login").header("X-Auth-Token", asha.token())), 405, "method-not-allowed");
        problem(second.send(second.request("/login").header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))), 415, "unsupported-media-type");
        problem(second.post("/login", "{\"id\": \"" + "1".repeat(300_000) + "\"}"), 413, "content-too-large");
        problem(second.send(second.request("/account").header("X-Auth-Token", asha.token())
                .header("Accept", "image/png")), 406, "not-acceptable");
    }

    private static void problem(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:saathi:problem:" + name);
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", second.port())) {
            socket.setSoTimeout((int) MachineSpeed.stretched(Duration.ofSeconds(20)).toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
