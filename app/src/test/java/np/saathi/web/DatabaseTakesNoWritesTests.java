package np.saathi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Role;
import np.saathi.caller.Callers;
import np.saathi.dev.database.MariaDbServer;
import np.saathi.dev.junit.LogRecorder;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.SecondHouse;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/**
 * The database answers and takes nothing that is written: who changes something is told so soon, who reads is answered,
 * the log has one line, and it heals by itself. On a server of its own, which the test's operator sets so.
 */
@WebTest
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseTakesNoWritesTests {
    private static final Duration AT_ONCE = MachineSpeed.stretched(Duration.ofSeconds(2));
    private static final Duration SOON = MachineSpeed.stretched(Duration.ofSeconds(5));
    private static final String NEW_CALLER = "{\"role\": \"USER\", \"language\": \"ne\", \"password\": \"a long enough one\"}";
    @RegisterExtension
    private final LogRecorder log = LogRecorder.of("np.saathi", "org.springframework");
    @Autowired
    ApplicationContext here;
    private final MariaDbServer server = MariaDbServer.temporary();
    private SecondHouse house;
    private AccountId id;
    private String admin = "";

    enum Fault {
        READ_ONLY(MariaDbServer::readOnly), LOCKED(MariaDbServer::locked);

        private final Function<MariaDbServer, MariaDbServer.Fault> happens;

        Fault(Function<MariaDbServer, MariaDbServer.Fault> happens) {
            this.happens = happens;
        }
    }

    @BeforeAll
    void aHouseOnAServerOfItsOwn() {
        server.start();
        house = SecondHouse.beside(here, "spring.datasource.url=" + server.jdbcUrl(),
                "spring.datasource.username=" + server.user(), "spring.datasource.password=" + server.password(),
                "saathi.web.database-patience=5s", "saathi.database.full-for=1s");
        id = house.bean(Accounts.class).create(Role.ADMIN).id();
        house.bean(Accounts.class).setPassword(id, Clients.PASSWORD);
        admin = login().headers().firstValue("X-Auth-Token").orElseThrow();
    }

    @AfterEach
    void itHeals() {
        await().atMost(SOON.multipliedBy(2)).until(() -> login().statusCode() == 200);
        await().atMost(SOON).until(() -> ask("GET", "/actuator/health").statusCode() != 503 || !health().contains(
                "\"dbWrite\":{\"status\":\"DOWN\"}"));
    }

    @AfterAll
    void goHome() {
        house.close();
        server.close();
    }

    private HttpResponse<String> login() {
        return house.post("/login",
                "{\"id\": \"%s\", \"password\": \"%s\"}".formatted(id.value(), Clients.PASSWORD.text()));
    }

    private HttpResponse<String> ask(String method, String path) {
        return house.send(house.request(path).header("X-Auth-Token", admin).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(NEW_CALLER)));
    }

    private String health() {
        return ask("GET", "/actuator/health").body();
    }

    @ParameterizedTest
    @EnumSource
    void whoWritesIsToldSoSoonAndWhoReadsIsAnswered(Fault fault) {
        try (var _ = fault.happens.apply(server)) {
            List<String> wrong = new ArrayList<>();
            // all at once, in the moment it happens: nobody knows of it yet
            List<CompletableFuture<Void>> first = Stream
                    .of("POST /login", "POST /signup", "GET /account", "GET /sessions")
                    .map(one -> CompletableFuture.runAsync(() -> answered(one, SOON, wrong))).toList();
            first.forEach(CompletableFuture::join);
            await().atMost(SOON).until(() -> health().contains("\"dbWrite\":{\"status\":\"DOWN\"}"));
            assertThat(ask("GET", "/actuator/health").statusCode()).isEqualTo(503);
            for (String one : List.of("POST /login", "POST /signup", "POST /private-message", "POST /admin/users",
                    "PUT /admin/settings", "DELETE /account", "GET /account", "GET /sessions", "GET /admin/now",
                    "GET /admin/users", "GET /categories")) {
                answered(one, AT_ONCE, wrong);
            }
            assertThat(wrong).isEmpty();
            theLogHasOneLine();
        }
    }

    private void answered(String request, Duration most, List<String> wrong) {
        String[] parts = request.split(" ", -1);
        long begun = System.nanoTime();
        HttpResponse<String> answer = parts[1].equals("/login") ? login() : ask(parts[0], parts[1]);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        boolean right = parts[0].equals("GET")
                ? answer.statusCode() == 200
                : answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent()
                        && answer.body().contains("urn:saathi:problem:unavailable");
        if (!right || took.compareTo(most) > 0) {
            synchronized (wrong) {
                wrong.add(request + " → " + answer.statusCode() + " after " + took + ": " + answer.body());
            }
        }
    }

    /** Others run beside this: only what tells of such an outage counts. */
    private void theLogHasOneLine() {
        assertThat(log.events().stream().filter(event -> event.getLoggerName().startsWith("np.saathi.support"))
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))).singleElement()
                .extracting(ILoggingEvent::getFormattedMessage).asString().contains("takes nothing that is written")
                .hasLineCount(1);
        assertThat(log.events().stream().filter(event -> event.getThrowableProxy() != null)
                .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy().getMessage())
                .filter(words -> words.toLowerCase(Locale.ROOT).matches("(?s).*(read-only|lock wait).*"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1114, The table is full", "1021, Disk full", "1030, Got error 28 from storage engine"})
    void aFullDiskIsOneToo(int number, String words) {
        JdbcClient jdbc = house.bean(JdbcClient.class);
        jdbc.sql("""
                CREATE TRIGGER full_disk BEFORE INSERT ON account FOR EACH ROW
                SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = %d, MESSAGE_TEXT = '%s'
                """.formatted(number, words)).update();
        try {
            HttpResponse<String> signedUp = ask("POST", "/signup");
            assertThat(signedUp.statusCode()).isEqualTo(503);
            assertThat(health()).contains("\"dbWrite\":{\"status\":\"DOWN\"}");
            assertThat(login().statusCode()).isEqualTo(503);
            assertThat(ask("GET", "/account").statusCode()).isEqualTo(200);
        } finally {
            jdbc.sql("DROP TRIGGER full_disk").update();
        }
    }

    /** Whether a caller is known is read; that they called today need not be written. */
    @Test
    void aKnownCallerIsKnown() {
        PhoneNumber number = PhoneNumber.parse("9779800000001").orElseThrow();
        var _ = house.bean(Callers.class).remember(number, Language.NEPALI);
        house.bean(JdbcClient.class).sql("UPDATE account SET last_used_on = NULL").update();
        try (var _ = server.readOnly()) {
            assertThat(house.bean(Callers.class).known(Optional.of(number))).isPresent();
        }
    }
}
