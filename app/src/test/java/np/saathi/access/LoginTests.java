package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import jakarta.servlet.http.Cookie;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;

@WebTest
class LoginTests {
    private static final String WRONG = "quite another password";
    @Autowired
    Clients clients;
    @Autowired
    Accounts accounts;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;

    @BeforeEach
    void nobodyIsThere() {
        rows.delete();
    }

    @Test
    void whoSignsInIsKnownByTheTokenInTheHeaderOrInTheCookie() {
        Client asha = clients.caller();
        assertThat(asha.get("/account")).hasStatusOk().bodyJson().extractingPath("$.id").isEqualTo(asha.id().value());
        assertThat(clients.stranger().request(HttpMethod.GET, "/account").cookie(cookieOf(asha)).exchange())
                .hasStatusOk().bodyJson().extractingPath("$.id").isEqualTo(asha.id().value());
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndForeignPages() {
        Client asha = clients.caller();
        assertThat(login(clients.stranger(), asha.id().value(), Clients.PASSWORD.text()).getResponse()
                .getHeaders("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("SESSION=")).singleElement()
                .asString().contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/");
    }

    @Test
    void anUnknownIdAndAWrongPasswordAreOneAnswer() {
        Client asha = clients.caller();
        MvcTestResult wrong = login(clients.stranger(), asha.id().value(), WRONG);
        MvcTestResult unknown = login(clients.stranger(), unknownId(), WRONG);
        MvcTestResult nonsense = login(clients.stranger(), "' OR 1=1 --", "x");
        Client.assertProblem(wrong, HttpStatus.UNAUTHORIZED, "wrong-credentials");
        assertThat(List.of(body(unknown), body(nonsense))).containsOnly(body(wrong));
        assertThat(rows.in("SPRING_SESSION")).as("only Asha's own").isOne();
    }

    @Test
    void whatNobodyThoughtOfNeedsSomebodySignedIn() {
        Client.assertProblem(clients.stranger().get("/nothing/here"), HttpStatus.UNAUTHORIZED, "signed-out");
        Client.assertProblem(clients.caller().get("/nothing/here"), HttpStatus.NOT_FOUND, "not-found");
        assertThat(rows.in("SPRING_SESSION")).as("a stranger gets no session").isOne();
    }

    @Test
    void eachRoleHasItsOwnPaths() {
        Client caller = clients.caller();
        Client volunteer = clients.volunteer();
        Client admin = clients.admin();
        for (Client other : List.of(caller, volunteer)) {
            Client.assertProblem(other.get("/admin/nothing"), HttpStatus.FORBIDDEN, "forbidden");
        }
        for (Client other : List.of(caller, admin)) {
            Client.assertProblem(other.get("/cmhv/nothing"), HttpStatus.FORBIDDEN, "forbidden");
        }
        Client.assertProblem(admin.get("/admin/nothing"), HttpStatus.NOT_FOUND, "not-found");
        Client.assertProblem(volunteer.get("/cmhv/nothing"), HttpStatus.NOT_FOUND, "not-found");
    }

    @Test
    void whatAnybodyMayGetAnybodyMayAskTheHeadOf() {
        Client stranger = clients.stranger();
        for (String open : List.of("/panel/index.html", "/actuator/health", "/favicon.ico")) {
            assertThat(stranger.request(HttpMethod.HEAD, open).exchange())
                    .hasStatus(stranger.get(open).getResponse().getStatus());
        }
        assertThat(stranger.request(HttpMethod.HEAD, "/account").exchange()).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void healthIsToldToAllAndItsDetailsToAdmins() {
        for (Client other : List.of(clients.stranger(), clients.caller(), clients.volunteer())) {
            assertThat(other.get("/actuator/health")).bodyJson().doesNotHavePath("$.components");
        }
        assertThat(clients.admin().get("/actuator/health")).bodyJson().hasPath("$.components.db");
        Client.assertProblem(clients.caller().get("/actuator/env"), HttpStatus.FORBIDDEN, "forbidden");
    }

    @Test
    void whoSignsOutIsOutHereAndNowhereElse() {
        Client asha = clients.caller();
        Client ashasOtherPhone = clients.stranger().login(asha.id(), Clients.PASSWORD.text());
        assertThat(asha.get("/logout")).hasStatus(HttpStatus.NO_CONTENT);
        Client.assertProblem(asha.get("/account"), HttpStatus.UNAUTHORIZED, "signed-out");
        assertThat(ashasOtherPhone.get("/account")).hasStatusOk();
        assertThat(clients.stranger().get("/logout")).as("nobody").hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void aSessionEndsAnHourAfterItsLastRequest() {
        Client asha = clients.caller();
        rows.update("UPDATE SPRING_SESSION SET LAST_ACCESS_TIME = LAST_ACCESS_TIME - 3599000");
        assertThat(asha.get("/account")).hasStatusOk();
        rows.update("UPDATE SPRING_SESSION SET LAST_ACCESS_TIME = LAST_ACCESS_TIME - 3601000");
        Client.assertProblem(asha.get("/account"), HttpStatus.UNAUTHORIZED, "signed-out");
    }

    @Test
    void aBrowserMustShowThatItsOwnPageAsks() {
        Client asha = clients.caller();
        Cookie session = cookieOf(asha);
        String pin = "{\"password\": \"%s\", \"pin\": \"582914\"}".formatted(Clients.PASSWORD.text());
        Client browser = clients.stranger();
        Client.assertProblem(browser.json(HttpMethod.POST, "/account/pin", pin).cookie(session).exchange(),
                HttpStatus.FORBIDDEN, "csrf");
        Cookie csrf = Objects
                .requireNonNull(browser.request(HttpMethod.GET, "/account").cookie(session).exchange().getResponse()
                        .getCookie("XSRF-TOKEN"));
        Client.assertProblem(browser.json(HttpMethod.POST, "/account/pin", pin).cookie(session, csrf)
                .header("X-XSRF-TOKEN", "wrong").exchange(), HttpStatus.FORBIDDEN, "csrf");
        assertThat(browser.json(HttpMethod.POST, "/account/pin", pin).cookie(session, csrf)
                .header("X-XSRF-TOKEN", csrf.getValue()).exchange()).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(asha.post("/account/pin", pin)).as("a client with a token").hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void anEmptyHeaderDoesNotLetACookieThrough() {
        Cookie session = cookieOf(clients.caller());
        Client.assertProblem(clients.stranger().request(HttpMethod.DELETE, "/account").cookie(session)
                .header("X-Auth-Token", "").exchange(), HttpStatus.UNAUTHORIZED, "signed-out");
    }

    @Test
    void aPlantedSessionIsNotTheOneThatIsSignedIn() {
        Client thief = clients.caller();
        Client asha = clients.caller();
        MvcTestResult answer = clients.stranger().json(HttpMethod.POST, "/login", credentials(asha.id().value(),
                Clients.PASSWORD.text())).header("X-Auth-Token", thief.token()).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("X-Auth-Token")).isNotBlank().isNotEqualTo(thief.token());
        Client.assertProblem(thief.get("/account"), HttpStatus.UNAUTHORIZED, "signed-out");
    }

    @Test
    void whoReadsTheDatabaseCantSignInWithIt() {
        Client asha = clients.caller();
        String id = asha.token().substring(0, asha.token().indexOf('.'));
        assertThat(rows.dump()).contains(id).doesNotContain(asha.token());
        for (String forged : List.of(id, id + ".", id + "." + "0".repeat(64), "." + id)) {
            Client.assertProblem(clients.stranger().request(HttpMethod.GET, "/account").header("X-Auth-Token", forged)
                    .exchange(), HttpStatus.UNAUTHORIZED, "signed-out");
        }
    }

    @Test
    void whoTriesManyPasswordsFromOneAddressWaits() {
        Client thief = clients.stranger();
        for (int i = 0; i < 30; i++) {
            Client.assertProblem(login(thief, unknownId(), WRONG), HttpStatus.UNAUTHORIZED, "wrong-credentials");
        }
        Client asha = clients.caller();
        MvcTestResult refused = login(thief, asha.id().value(), Clients.PASSWORD.text());
        Client.assertProblem(refused, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
        assertThat(refused).hasHeader("Retry-After", "30");
        clock.pass(Duration.ofSeconds(30));
        assertThat(login(thief, asha.id().value(), Clients.PASSWORD.text())).hasStatusOk();
    }

    @Test
    void manyThievesTogetherWaitAndOneAloneLocksNobodyOut() {
        Client asha = clients.caller();
        Client first = clients.stranger();
        for (int i = 0; i < 31; i++) {
            login(first, asha.id().value(), WRONG);
        }
        assertThat(login(clients.stranger(), asha.id().value(), Clients.PASSWORD.text())).hasStatusOk();
        Client second = clients.stranger();
        for (int i = 0; i < 30; i++) {
            login(second, asha.id().value(), WRONG);
        }
        Client.assertProblem(login(clients.stranger(), asha.id().value(), Clients.PASSWORD.text()),
                HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
    }

    @Test
    void whoSignsInDoesNotUseUpTheAddressOfOthers() {
        Client asha = clients.caller();
        Client shop = clients.stranger();
        for (int i = 0; i < 35; i++) {
            assertThat(login(shop, asha.id().value(), Clients.PASSWORD.text())).hasStatusOk();
        }
    }

    @Test
    void noAddressIsKept() {
        login(clients.stranger(), unknownId(), WRONG);
        assertThat(rows.in("rate_limit")).isEqualTo(2);
        assertThat(rows.dump()).doesNotContain("203.0.");
    }

    private String unknownId() {
        return accounts.find(new AccountId("999999")).isEmpty() ? "999999" : "999998";
    }

    private static MvcTestResult login(Client client, String id, String password) {
        return client.post("/login", credentials(id, password));
    }

    private static String credentials(String id, String password) {
        return "{\"id\": \"%s\", \"password\": \"%s\"}".formatted(id, password);
    }

    private static Cookie cookieOf(Client client) {
        return new Cookie("SESSION", Base64.getEncoder().encodeToString(
                client.token().getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
