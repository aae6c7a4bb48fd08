package np.saathi.report;

import static np.saathi.dev.web.Client.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent;

/** Devi and Ekta report; an admin reads it, and looks after them. */
@WebTest
class ReportDeskTests {
    private static final byte[] VOICE = {11, 22, 33, 44, 55, 66, 77, 88};
    private static final int WAV_HEADER = 44;
    @Autowired
    Reports reports;
    @Autowired
    PhoneReports phone;
    @Autowired
    Sessions sessions;
    @Autowired
    Accounts accounts;
    @Autowired
    Clients clients;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    @Autowired
    ApplicationEventPublisher exchange;
    private Client admin;
    private Client devi;

    @BeforeEach
    void anAdminLooks() {
        rows.delete();
        admin = clients.admin();
        devi = clients.volunteer();
    }

    @Test
    void anAdminReadsWhatWasReportedButNotHowTheHostIs() throws UnsupportedEncodingException {
        Report report = reported(devi.id(), answers(2, false, 1));
        MvcTestResult one = admin.get("/admin/reports/" + report.id());
        assertThat(one).hasStatusOk().headers().hasValue("ETag", "\"0\"");
        assertThat(one).bodyJson().isLenientlyEqualTo("""
                {"sessionId": %d, "category": "stress", "volunteerId": "%s", "risk": 2, "followUp": false,
                 "topics": ["family"], "notes": "quiet today", "hasVoice": false, "toFollowUp": false}
                """.formatted(report.sessionId(), devi.id().value()));
        assertThat(one.getResponse().getContentAsString()).doesNotContain("wellbeing");
        assertThat(admin.get("/admin/reports").getResponse().getContentAsString()).contains("\"total\":1")
                .doesNotContain("quiet today").doesNotContain("wellbeing");
    }

    @Test
    void dangerAndWhatAHostAskedForAreFollowedUpOnce() {
        Report danger = reported(devi.id(), answers(3, false, 5));
        Report asked = reported(clients.volunteer().id(), answers(1, true, 5));
        reported(clients.volunteer().id(), answers(2, false, 5));
        assertThat(found("toFollowUp=true")).containsExactly(asked.id(), danger.id());

        String path = "/admin/reports/" + danger.id();
        assertProblem(admin.put(path, "{\"handled\": true}"), HttpStatus.PRECONDITION_REQUIRED, "version-required");
        assertThat(admin.put(path, "\"0\"", "{\"handled\": true}")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"toFollowUp": false, "handledAt": "%s", "handledBy": "%s", "version": 1}
                """.formatted(clock.instant(), admin.id().value()));
        assertProblem(admin.put(path, "\"0\"", "{\"handled\": false}"), HttpStatus.PRECONDITION_FAILED, "stale");
        assertThat(found("toFollowUp=true")).containsExactly(asked.id());
        assertThat(admin.put(path, "\"1\"", "{\"handled\": false}")).hasStatusOk();
        assertThat(found("toFollowUp=true")).containsExactly(asked.id(), danger.id());
    }

    @Test
    void whatItsHostChangesIsLookedAtAgain() {
        Report report = reported(devi.id(), answers(3, false, 5));
        assertThat(admin.put("/admin/reports/" + report.id(), "\"0\"", "{\"handled\": true}")).hasStatusOk();
        Report seen = reports.find(report.id(), devi.id()).orElseThrow();
        assertThat(reports.change(seen, seen.version(), answers(3, true, 5)).toFollowUp()).isTrue();
    }

    @Test
    void reportsAreFoundByRiskSessionAndVolunteer() {
        Report first = reported(devi.id(), answers(1, false, 5));
        Report second = reported(devi.id(), answers(2, false, 5));
        Report other = reported(clients.volunteer().id(), answers(3, false, 5));
        assertThat(found("risk=2")).containsExactly(other.id(), second.id());
        assertThat(found("session=" + first.sessionId())).containsExactly(first.id());
        assertThat(found("volunteer=" + devi.id().value())).containsExactly(second.id(), first.id());
        assertThat(found("toFollowUp=false")).containsExactly(second.id(), first.id());
        assertThat(admin.get("/admin/reports?size=1&page=1")).bodyJson().extractingPath("$.items[0].id")
                .isEqualTo((int) second.id());
        for (String wrong : List.of("risk=4", "risk=high", "volunteer=devi", "session=' OR 1=1")) {
            assertThat(admin.get("/admin/reports?" + wrong)).as(wrong).hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    @Test
    void whatWasSaidByPhoneIsHeardByAdminsAndEachHearingIsKept() {
        Report report = reported(devi.id(), answers(2, false, 5));
        String path = "/admin/reports/" + report.id() + "/audio";
        assertProblem(admin.get(path), HttpStatus.NOT_FOUND, "not-found");
        phone.say(devi.id(), report.sessionId(), VOICE);
        MvcTestResult heard = admin.get(path);
        assertThat(heard).hasStatusOk().hasContentType("audio/wav").headers().hasValue("Cache-Control", "no-store");
        assertThat(heard.getResponse().getContentAsByteArray()).hasSize(WAV_HEADER + 2 * VOICE.length);
        admin.get("/admin/reports/" + report.id());
        assertThat(admin.get("/admin/audit?route=/admin/reports")).bodyJson()
                .extractingPath("$.items[*].route").asArray().containsExactly("/admin/reports/{id}",
                        "/admin/reports/{id}/audio", "/admin/reports/{id}/audio");
    }

    @Test
    void whoIsForgottenTakesTheirWordsAlong() throws UnsupportedEncodingException {
        Report report = reported(devi.id(), answers(3, false, 5));
        phone.say(devi.id(), report.sessionId(), VOICE);
        accounts.forget(devi.id());
        MvcTestResult one = admin.get("/admin/reports/" + report.id());
        assertThat(one).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"risk\": 3, \"toFollowUp\": true, \"hasVoice\": false}");
        assertThat(one.getResponse().getContentAsString()).doesNotContain("volunteerId").doesNotContain("notes");
        assertProblem(admin.get("/admin/reports/" + report.id() + "/audio"), HttpStatus.NOT_FOUND, "not-found");
    }

    @Test
    void anAdminSeesWhatAVolunteerDoesAndWhenTheyWereNotWell() {
        String path = "/admin/volunteers/" + devi.id().value() + "/activity";
        assertThat(admin.get(path)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"days": 30, "sessionsHeld": 0, "minutesHeld": 0, "sessionsToCome": 0, "reportsDue": 0, "unwell": []}
                """);
        reported(devi.id(), answers(1, false, 1));
        clock.pass(Duration.ofDays(31));
        Report lately = reported(devi.id(), answers(1, false, 2));
        reported(devi.id(), answers(1, false, 3));
        held(devi.id());
        sessions.plan(plan(devi.id(), clock.instant().plus(Duration.ofDays(2))));
        admin = clients.withPassword(admin.id());
        assertThat(admin.get(path)).bodyJson().isLenientlyEqualTo("""
                {"sessionsHeld": 3, "minutesHeld": 120, "lastHeldAt": "%s", "sessionsToCome": 1, "reportsDue": 1,
                 "lastActiveOn": "%s", "unwell": [{"reportId": %d, "sessionId": %d}]}
                """.formatted(clock.instant().minus(Duration.ofMinutes(40)),
                LocalDate.ofInstant(clock.instant().minus(Duration.ofDays(31)).minus(Duration.ofMinutes(160)),
                        ZoneOffset.UTC),
                lately.id(),
                lately.sessionId()));
        assertThat(admin.get(path + "?days=90")).bodyJson().extractingPath("$.unwell.length()").isEqualTo(2);
        assertThat(admin.get(path + "?days=91")).hasStatus(HttpStatus.BAD_REQUEST);
        assertProblem(admin.get("/admin/volunteers/" + clients.caller().id().value() + "/activity"),
                HttpStatus.NOT_FOUND, "not-found");
    }

    private List<Long> found(String filter) {
        MvcTestResult answer = admin.get("/admin/reports?" + filter);
        assertThat(answer).as(filter).hasStatusOk();
        List<?> ids = JsonPath.read(new String(answer.getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8), "$.items[*].id");
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private Report reported(AccountId host, Answers answers) {
        return reports.file(host, held(host).id(), answers);
    }

    /** Forty minutes of it. */
    private PeerSession held(AccountId host) {
        PeerSession session = sessions.plan(plan(host, clock.instant()));
        CallId call = new CallId("host." + session.id());
        assertThat(sessions.takeHostSeat(session.id(), host, call)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        clock.pass(Duration.ofMinutes(40));
        sessions.end(session.id());
        return session;
    }

    private static SessionPlan plan(AccountId host, Instant startsAt) {
        return new SessionPlan("stress", Language.NEPALI, "Stress", startsAt, Duration.ofHours(1), 8, Set.of(host));
    }

    private static Answers answers(int risk, boolean followUp, int wellbeing) {
        return new Answers(risk, followUp, List.of("family"), "quiet today", wellbeing);
    }
}
