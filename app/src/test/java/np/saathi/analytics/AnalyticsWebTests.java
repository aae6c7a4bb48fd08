package np.saathi.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;

@WebTest
class AnalyticsWebTests {
    private static final String OCTOBER = "?from=2026-10-01&to=2026-10-31";
    @Autowired
    Clients clients;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;

    @BeforeEach
    void twoDaysInOctober() {
        rows.delete();
        settle("stress", "ne", 40, LocalDate.of(2026, 10, 5));
        settle("grief", "en", 12, LocalDate.of(2026, 10, 20));
    }

    @Test
    void figuresAreToldByPeriodAndPart() {
        Client admin = clients.admin();
        var answer = admin.get("/admin/analytics" + OCTOBER + "&group=month&split=category");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.periods[*].category").asArray().containsExactly("grief",
                "stress");
        assertThat(answer).bodyJson().extractingPath("$.total.calls").isEqualTo(52);
        assertThat(answer).bodyJson().extractingPath("$.total.abandoned").isEqualTo(10);
        assertThat(admin.get("/admin/analytics" + OCTOBER + "&category=grief")).bodyJson()
                .extractingPath("$.total").asMap().containsEntry("calls", 12).doesNotContainKey("abandoned");
    }

    @Test
    void donorsGetWholeMonthsAndFiscalYears() {
        Client admin = clients.admin();
        assertThat(admin.get("/admin/analytics/donors.csv" + OCTOBER)).hasStatusOk().bodyText()
                .startsWith("period,from,to,").contains("\r\n2026-10,2026-10-01,2026-10-31,,,52,");
        assertThat(admin.get("/admin/analytics/donors.csv" + OCTOBER + "&by=fiscalYear")).bodyText()
                .contains("\r\n2083/84,2026-07-17,2027-07-16,,,52,");
        assertThat(admin.get("/admin/analytics.csv" + OCTOBER)).hasContentType("text/csv;charset=UTF-8").bodyText()
                .contains("\r\n2026-10-05,2026-10-05,2026-10-05,,,40,");
    }

    @Test
    void spansThatCanNotBeAreProblems() {
        Client admin = clients.admin();
        for (String span : new String[]{"?from=2026-10-31&to=2026-10-01", "?from=1926-10-31&to=2026-10-01",
                "?from=2020-01-01&to=2026-10-01&group=day"}) {
            var answer = admin.get("/admin/analytics" + span);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyJson().extractingPath("$.type")
                    .isEqualTo("urn:saathi:problem:span");
        }
        for (String wrong : new String[]{"", "?from=x&to=y", OCTOBER + "&group=hour", OCTOBER + "&category=a';--"}) {
            assertThat(admin.get("/admin/analytics" + wrong)).as(wrong).hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    @Test
    void figuresAreForAdmins() {
        for (Client other : new Client[]{clients.caller(), clients.volunteer()}) {
            assertThat(other.get("/admin/analytics" + OCTOBER)).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(clients.stranger().get("/admin/analytics.csv" + OCTOBER)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    private void settle(String category, String language, int calls, LocalDate day) {
        jdbc.sql("INSERT INTO figures (category, language, ripe_on, size, abandoned, wait_5) VALUES (?, ?, ?, ?, 5, ?)")
                .params(category, language, Date.valueOf(day), calls, calls / 5 * 5).update();
    }
}
