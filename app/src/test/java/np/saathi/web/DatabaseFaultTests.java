package np.saathi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.dev.asterisk.CuttableLink;
import np.saathi.dev.database.Rows;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.Contract;
import np.saathi.dev.web.SecondHouse;
import np.saathi.dev.web.WebTest;
import np.saathi.support.DatabaseWatch;

/** The database is away, or silent: whoever asks on the web is told so soon, and it heals by itself. */
@WebTest
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseFaultTests {
    private static final Duration SOON = MachineSpeed.stretched(Duration.ofSeconds(2));
    /** A busy machine takes longer for what is well too. Not so long that a locked table is given up (4 s). */
    private static final long PATIENCE_MS = Math.min(2_000, MachineSpeed.stretched(Duration.ofMillis(900)).toMillis());
    @Autowired
    ApplicationContext here;
    @Autowired
    Clients clients;
    @Autowired
    Contract contract;
    @Autowired
    Rows rows;
    private CuttableLink link;
    private SecondHouse house;
    private Client admin;

    enum Fault {
        AWAY(CuttableLink::cut), SILENT(CuttableLink::holdUp);

        private final Consumer<CuttableLink> happens;

        Fault(Consumer<CuttableLink> happens) {
            this.happens = happens;
        }
    }

    @BeforeAll
    void aHouseBehindALink() {
        rows.delete();
        String url = here.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        URI address = URI.create(url.substring("jdbc:".length()));
        link = new CuttableLink(new InetSocketAddress(address.getHost(), address.getPort()));
        house = SecondHouse.beside(here,
                "spring.datasource.url=" + url.replace(":" + address.getPort() + "/", ":" + link.port() + "/"),
                "saathi.web.database-patience=" + PATIENCE_MS + "ms");
        admin = clients.admin();
    }

    @AfterEach
    void itHeals() {
        link.mend();
        await().until(() -> account().statusCode() == 200);
    }

    @AfterAll
    void goHome() {
        house.close();
        link.close();
    }

    private HttpResponse<String> account() {
        return house.send(house.request("/account").header("X-Auth-Token", admin.token()));
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationSaysSoWithinTwoSeconds(Fault fault) {
        assertThat(account().statusCode()).isEqualTo(200);
        fault.happens.accept(link);
        List<String> wrong = new ArrayList<>();
        contract.document().path("paths").properties().forEach(path -> path.getValue().properties()
                .forEach(of -> ask(of.getKey().toUpperCase(Locale.ROOT), path.getKey(), wrong)));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void soDoesWhatIsAskedInTheMomentItHappens(Fault fault) {
        for (String path : List.of("/account", "/sessions", "/admin/users", "/admin/analytics")) {
            link.mend();
            await().until(() -> account().statusCode() == 200);
            fault.happens.accept(link);
            List<String> wrong = new ArrayList<>();
            ask("GET", path, wrong);
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void whatNeedsNoDatabaseIsThereWithoutIt() {
        link.cut();
        assertThat(house.send(house.request("/panel/index.html")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsSlowIsNotTakenForAway() throws Exception {
        try (Connection other = here.getBean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLES category WRITE");
            CompletableFuture<HttpResponse<String>> asked = CompletableFuture.supplyAsync(() -> house
                    .send(house.request("/categories").header("X-Auth-Token", admin.token())));
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> asked.get(PATIENCE_MS + 200, TimeUnit.MILLISECONDS));
            assertThat(account().statusCode()).isEqualTo(200);
            statement.execute("UNLOCK TABLES");
            assertThat(asked.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPoolOfWhichAllIsInUseIsNotTakenForADatabaseThatIsAway() throws Exception {
        DataSource database = house.bean(DataSource.class);
        Deque<Connection> inUse = new ArrayDeque<>();
        try {
            for (int i = 0; i < database.unwrap(HikariDataSource.class).getMaximumPoolSize(); i++) {
                inUse.push(database.getConnection());
            }
            assertThat(account().statusCode()).isEqualTo(503);
            assertThat(house.bean(DatabaseWatch.class).state()).isEqualTo(DatabaseWatch.State.WELL);
            inUse.pop().close();
            assertThat(account().statusCode()).isEqualTo(200);
        } finally {
            for (Connection one : inUse) {
                one.close();
            }
        }
    }

    @Test
    void callsWaitForItAsEver() throws Exception {
        JdbcClient calls = house.bean(JdbcClient.class);
        calls.sql("SELECT 1").query(Integer.class).single();
        link.holdUp();
        CompletableFuture<Integer> asked = CompletableFuture
                .supplyAsync(() -> calls.sql("SELECT 7").query(Integer.class).single());
        assertThat(account().statusCode()).isEqualTo(503);
        assertThat(asked).isNotDone();
        link.mend();
        assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo(7);
    }

    private void ask(String method, String path, List<String> wrong) {
        String body = switch (path) {
            case "/signup" -> "{\"role\": \"USER\", \"language\": \"ne\", \"password\": \"a long enough one\"}";
            case "/login" -> "{\"id\": \"123456\", \"password\": \"a long enough one\"}";
            case "/account/claim" -> "{\"id\": \"123456\", \"pin\": \"7391\", \"password\": \"a long enough one\"}";
            default -> "{}";
        };
        boolean stranger = !body.equals("{}");
        var request = house.request(path.replaceAll("\\{\\w+}", "1")).method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        long begun = System.nanoTime();
        HttpResponse<String> answer = house.send(stranger ? request : request.header("X-Auth-Token", admin.token()));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (answer.statusCode() != 503 || took.compareTo(SOON) > 0
                || answer.headers().firstValue("Retry-After").isEmpty()
                || !answer.body().contains("urn:saathi:problem:unavailable")) {
            wrong.add(method + " " + path + " → " + answer.statusCode() + " after " + took + ": " + answer.body());
        }
    }
}
