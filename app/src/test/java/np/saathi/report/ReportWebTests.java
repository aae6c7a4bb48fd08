package np.saathi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.report.ReportEvent.DangerReported;
import np.saathi.report.ReportEvent.HostUnwell;
import np.saathi.retention.Retention;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent;

/** Devi has hosted a session. */
@WebTest
@RecordApplicationEvents
class ReportWebTests {
    @Autowired
    Reports reports;
    @Autowired
    Clients clients;
    @Autowired
    Sessions sessions;
    @Autowired
    ReportRetention retention;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    @Autowired
    ApplicationEventPublisher exchange;
    @Autowired
    ApplicationEvents told;
    private Client devi;
    private PeerSession session;

    @BeforeEach
    void deviHasHosted() {
        rows.delete();
        devi = clients.volunteer();
        session = held();
        sessions.end(session.id());
    }

    @Test
    void aHostReportsOnceAndReadsItAgain() {
        MvcTestResult filed = report(devi, 2, 4);
        assertThat(filed).hasStatus(HttpStatus.CREATED).headers().hasValue("ETag", "\"0\"");
        assertThat(filed).bodyJson().isLenientlyEqualTo("""
                {"risk": 2, "followUp": true, "topics": ["family", "sleep"], "notes": "quiet today", "wellbeing": 4,
                 "version": 0}
                """);
        is(report(devi, 2, 4), 409, "report-filed");
        assertThat(devi.get("/cmhv/reports")).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"total\": 1, \"items\": [{\"notes\": \"quiet today\", \"wellbeing\": 4}]}");
        assertThat(clients.volunteer().get("/cmhv/reports")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(rows.dump()).doesNotContain("quiet today");
        assertThat(told.stream(ReportEvent.class)).isEmpty();
    }

    @Test
    void dangerAndAnUnwellHostAreToldAtOnceAndOnceOnly() {
        String path = location(report(devi, 3, 2));
        assertThat(told.stream(DangerReported.class)).extracting(DangerReported::sessionId)
                .containsExactly(session.id());
        assertThat(told.stream(HostUnwell.class)).singleElement()
                .satisfies(unwell -> assertThat(reports.hostOf(unwell.reportId())).contains(devi.id()));
        assertThat(devi.put(path, "\"0\"", body(3, 1))).hasStatusOk();
        assertThat(told.stream(ReportEvent.class)).hasSize(2);
    }

    @Test
    void whatIsFoundOutWithinTheDayIsToldThen() {
        String path = location(report(devi, 1, 5));
        clock.pass(Duration.ofHours(23));
        assertThat(devi.put(path, "\"0\"", body(3, 5))).hasStatusOk().headers().hasValue("ETag", "\"1\"");
        assertThat(told.stream(DangerReported.class)).hasSize(1);
        is(devi.put(path, "\"0\"", body(1, 5)), 412, "stale");
        is(devi.put(path, body(1, 5)), 428, "version-required");
        clock.pass(Duration.ofHours(2));
        devi = clients.withPassword(devi.id());
        is(devi.put(path, "\"1\"", body(1, 5)), 409, "report-closed");
        assertThat(devi.get(path)).bodyJson().extractingPath("$.risk").isEqualTo(3);
    }

    @Test
    void nobodyElseReportsOrReadsIt() {
        Client ekta = clients.volunteer();
        is(report(ekta, 1, 5), 403, "not-your-session");
        String path = location(report(devi, 1, 5));
        is(ekta.get(path), 404, "not-found");
        is(ekta.put(path, "\"0\"", body(1, 5)), 404, "not-found");
        for (Client other : new Client[]{clients.caller(), clients.admin()}) {
            is(report(other, 1, 5), 403, "forbidden");
            is(other.get(path), 403, "forbidden");
            is(other.get("/cmhv/reports"), 403, "forbidden");
        }
        is(report(clients.stranger(), 1, 5), 401, "signed-out");
    }

    @Test
    void onlyWhatWasHeldIsReportedAndOnlyRightAnswersCount() {
        session = held();
        is(report(devi, 1, 5), 409, "session-not-held");
        is(devi.post("/cmhv/report", "{\"sessionId\": 999999, \"risk\": 1}"), 404, "not-found");
        is(report(devi, 4, 5), 400, "invalid");
        is(report(devi, 1, 6), 400, "invalid");
        is(devi.post("/cmhv/report", "{\"sessionId\": %d, \"risk\": 1, \"topics\": [\"Loud Words\"]}"
                .formatted(session.id())), 400, "invalid");
        sessions.end(session.id());
        assertThat(devi.post("/cmhv/report", "{\"sessionId\": %d, \"risk\": 1}".formatted(session.id())))
                .hasStatus(HttpStatus.CREATED);
    }

    @Test
    void reportsAreKeptForTwoYears() {
        report(devi, 1, 5);
        assertThat(retention.forget(clock.instant().plus(Duration.ofDays(729)), Retention.DEFAULT)).isZero();
        assertThat(retention.forget(clock.instant().plus(Duration.ofDays(731)), Retention.DEFAULT)).isOne();
        assertThat(rows.in("session_report")).isZero();
    }

    private PeerSession held() {
        PeerSession planned = sessions.plan(new SessionPlan("stress", Language.NEPALI, "Stress", clock.instant(),
                Duration.ofHours(1), 8, Set.of(devi.id())));
        CallId call = new CallId("devi." + planned.id());
        assertThat(sessions.takeHostSeat(planned.id(), devi.id(), call)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(call, planned.room(), clock.instant()));
        return planned;
    }

    private MvcTestResult report(Client who, int risk, int wellbeing) {
        return who.post("/cmhv/report", body(risk, wellbeing));
    }

    private String body(int risk, int wellbeing) {
        return """
                {"sessionId": %d, "risk": %d, "followUp": true, "topics": ["family", "sleep"], "notes": "quiet today",
                 "wellbeing": %d}
                """.formatted(session.id(), risk, wellbeing);
    }

    private static String location(MvcTestResult filed) {
        return String.valueOf(filed.getResponse().getHeader("Location"));
    }

    private static void is(MvcTestResult answer, int status, String problem) {
        assertThat(answer).hasStatus(HttpStatus.valueOf(status)).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:" + problem);
    }
}
