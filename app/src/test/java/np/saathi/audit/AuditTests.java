package np.saathi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.account.Role;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.retention.Retention;

@WebTest
class AuditTests {
    private static final AuditLog.Filter ALL = new AuditLog.Filter(null, null, null, null, null);
    @Autowired
    Clients clients;
    @Autowired
    AuditLog log;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    Client admin;
    Client volunteer;

    @BeforeEach
    void nothingWasDoneButSigningIn() {
        admin = clients.admin();
        volunteer = clients.volunteer();
        jdbc.sql("DELETE FROM audit").update();
    }

    @Test
    void whatAnAdminDoesIsKeptWithoutWhatTheySent() {
        admin.post("/admin/duty", "{\"label\": \"Devi\", \"number\": \"100\", \"position\": 1}");
        admin.post("/admin/duty/4711/tested", "");
        assertThat(log.find(ALL, 0, 10)).containsExactly(
                new Action(clock.instant(), admin.id().value(), Role.ADMIN, "POST", "/admin/duty/{id}/tested",
                        "id=4711", 404),
                new Action(clock.instant(), admin.id().value(), Role.ADMIN, "POST", "/admin/duty", "", 400));
        assertThat(jdbc.sql("SELECT * FROM audit").query().listOfRows().toString()).doesNotContain("Devi");
    }

    @Test
    void whatAVolunteerTriedAndMayNotIsKept() {
        assertThat(volunteer.post("/admin/duty", "{}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(log.find(ALL, 0, 10)).singleElement().satisfies(action -> {
            assertThat(action.accountId()).isEqualTo(volunteer.id().value());
            assertThat(action.status()).isEqualTo(403);
            assertThat(action.route()).isEqualTo("-");
        });
    }

    @Test
    void whoSignsInIsKept() {
        Client another = clients.admin();
        assertThat(log.find(ALL, 0, 10)).containsExactly(
                new Action(clock.instant(), another.id().value(), Role.ADMIN, "POST", "/login", "", 200));
    }

    @Test
    void lookingIsNoActionAndCallersAreNotWatched() {
        admin.get("/admin/audit");
        clients.caller().post("/admin/duty", "{}");
        clients.stranger().post("/admin/duty", "{}");
        assertThat(log.count(ALL)).isZero();
    }

    @Test
    void readingWhatIsMostPrivateIsAnAction() {
        admin.get("/admin/reports");
        admin.get("/admin/reports/4711");
        volunteer.get("/admin/reports/4711");
        assertThat(log.find(ALL, 0, 10)).containsExactly(new Action(clock.instant(), admin.id().value(), Role.ADMIN,
                "GET", "/admin/reports/{id}", "id=4711", 404));
        assertThat(admin.get("/admin/audit?method=GET")).bodyJson().extractingPath("$.total").isEqualTo(1);
    }

    @Test
    void anAdminFindsActionsByWhoWhatAndWhen() {
        Instant now = clock.instant();
        log.write(new Action(now.minus(Duration.ofDays(3)), "222222", Role.CMHV, "POST", "/cmhv/report", "", 201));
        log.write(new Action(now.minus(Duration.ofDays(1)), "333333", Role.ADMIN, "PUT", "/admin/duty/{id}", "id=1",
                200));
        assertThat(admin.get("/admin/audit")).hasStatusOk().bodyJson().extractingPath("$.items[*].accountId").asArray()
                .containsExactly("333333", "222222");
        assertThat(admin.get("/admin/audit?size=1&page=1")).bodyJson().extractingPath("$.items[0].accountId")
                .isEqualTo("222222");
        for (String filter : new String[]{"account=222222", "method=POST", "route=/cmhv",
                "to=" + now.minus(Duration.ofDays(2))}) {
            assertThat(admin.get("/admin/audit?" + filter)).hasStatusOk().bodyJson()
                    .extractingPath("$.items[*].accountId").asArray().containsExactly("222222");
        }
        assertThat(admin.get("/admin/audit?from=" + now.minus(Duration.ofDays(2)))).bodyJson()
                .extractingPath("$.total").isEqualTo(1);
        assertThat(admin.get("/admin/audit?account=' OR 1=1")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(admin.get("/admin/audit?from=yesterday")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void nobodyElseReadsIt() {
        assertThat(volunteer.get("/admin/audit")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void actionsAreKeptTwoYears() {
        Instant line = clock.instant().minus(Duration.ofDays(730));
        log.write(new Action(line.minusMillis(1), "222222", Role.CMHV, "POST", "/cmhv/report", "", 201));
        log.write(new Action(line, "333333", Role.CMHV, "POST", "/cmhv/report", "", 201));
        assertThat(log.forget(clock.instant(), Retention.DEFAULT)).isOne();
        assertThat(jdbc.sql("SELECT at FROM audit").query(Timestamp.class).list())
                .containsExactly(Timestamp.from(line));
    }
}
