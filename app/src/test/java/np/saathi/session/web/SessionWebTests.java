package np.saathi.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.caller.Callers;
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
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.volunteer.Training;

/** The timetable over HTTP. */
@WebTest
class SessionWebTests {
    @Autowired
    Clients clients;
    @Autowired
    Sessions sessions;
    @Autowired
    Callers callers;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private Client admin;
    private Client devi;
    private Client asha;

    @BeforeEach
    void people() {
        rows.delete();
        admin = clients.admin();
        devi = clients.volunteer();
        asha = clients.caller();
    }

    /** Before noon in Nepal, so that what is planned some hours later is on the same day at whatever time this runs. */
    private Instant inDays(int days) {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days)).plus(Duration.ofHours(6));
    }

    private static String session(Instant start, String more) {
        return "{\"category\": \"stress\", \"language\": \"ne\", \"startsAt\": \"%s\", \"durationMinutes\": 60%s}"
                .formatted(start, more);
    }

    private static String hostedBy(Client... hosts) {
        return ", \"volunteers\": ["
                + String.join(", ", List.of(hosts).stream().map(host -> '"' + host.id().value() + '"').toList()) + "]";
    }

    private static void problem(MvcTestResult answer, HttpStatus status, String name) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:" + name);
    }

    private String planned(Instant start, String more) {
        MvcTestResult made = admin.post("/sessions", session(start, more));
        assertThat(made).hasStatus(HttpStatus.CREATED);
        return String.valueOf(made.getResponse().getHeader("Location"));
    }

    private PeerSession live() {
        PeerSession session = sessions.plan(new SessionPlan("stress", Language.NEPALI, "Stress", clock.instant(),
                Duration.ofMinutes(60), 8, Set.of(devi.id())));
        CallId call = new CallId("devi.1");
        var _ = sessions.takeHostSeat(session.id(), devi.id(), call).orElseThrow();
        events.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        return session;
    }

    @Test
    void anAdminPlansASession() {
        MvcTestResult made = admin.post("/sessions",
                session(inDays(1), ", \"title\": \"Evening\", \"capacity\": 5" + hostedBy(devi)));
        assertThat(made).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"0\"");
        String path = String.valueOf(made.getResponse().getHeader("Location"));
        assertThat(admin.get(path)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"category": "stress", "language": "ne", "title": "Evening", "durationMinutes": 60, "capacity": 5,
                 "volunteers": ["%s"], "state": "SCHEDULED", "version": 0, "startsAt": "%s"}
                """.formatted(devi.id(), inDays(1)));
    }

    /** Two a day are the default; the panel allows one, and a longer rest. */
    @Test
    void whatAVolunteerMayBeAskedForIsSetInThePanel() throws Exception {
        String before = admin.get("/admin/settings").getResponse().getContentAsString();
        set(before.replace("\"sessionsADay\":2", "\"sessionsADay\":1").replace("\"minutesBetween\":30",
                "\"minutesBetween\":45"));
        try {
            planned(inDays(1), hostedBy(devi));
            problem(admin.post("/sessions", session(inDays(1).plus(Duration.ofMinutes(100)), hostedBy(devi))),
                    HttpStatus.CONFLICT, "host-needs-pause");
            problem(admin.post("/sessions", session(inDays(1).plus(Duration.ofMinutes(105)), hostedBy(devi))),
                    HttpStatus.CONFLICT, "host-day-full");
        } finally {
            set(before);
        }
        planned(inDays(1).plus(Duration.ofMinutes(90)), hostedBy(devi));
    }

    private void set(String settings) {
        String version = String.valueOf(admin.get("/admin/settings").getResponse().getHeader("ETag"));
        assertThat(admin.put("/admin/settings", version, settings)).hasStatusOk();
    }

    @Test
    void callersReadWhatIsPlannedButNotByWhom() {
        String path = planned(inDays(1), hostedBy(devi));
        assertThat(asha.get(path)).hasStatusOk().bodyJson().extractingPath("$.volunteers").asArray().isEmpty();
        assertThat(asha.get("/sessions")).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(asha.post("/sessions", session(inDays(2), ""))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(asha.delete(path)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(asha.put(path, "\"0\"", session(inDays(2), ""))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(clients.stranger().get("/sessions")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aVolunteerPlansTheirOwnSessionsOnly() {
        assertThat(devi.post("/sessions", session(inDays(1), ""))).hasStatus(HttpStatus.CREATED).bodyJson()
                .extractingPath("$.volunteers").asArray().containsExactly(devi.id().value());
        Client ekta = clients.volunteer();
        problem(devi.post("/sessions", session(inDays(2), hostedBy(devi, ekta))), HttpStatus.FORBIDDEN,
                "not-your-session");
        String ektas = planned(inDays(3), hostedBy(ekta));
        problem(devi.delete(ektas), HttpStatus.FORBIDDEN, "not-your-session");
        problem(devi.put(ektas, "\"0\"", session(inDays(4), "")), HttpStatus.FORBIDDEN, "not-your-session");
        String both = planned(inDays(5), hostedBy(ekta, devi));
        problem(devi.put(both, "\"0\"", session(inDays(5), hostedBy(devi))), HttpStatus.FORBIDDEN,
                "not-your-session");
        assertThat(devi.put(both, "\"0\"", session(inDays(5), hostedBy(ekta)))).hasStatusOk();
    }

    @Test
    void eachRefusalHasAProblemOfItsOwn() {
        planned(inDays(1), hostedBy(devi));
        problem(admin.post("/sessions", session(inDays(1).plusSeconds(1800), hostedBy(devi))), HttpStatus.CONFLICT,
                "host-busy");
        assertThat(admin.post("/sessions", session(inDays(1).plusSeconds(1800), hostedBy(devi)))).bodyJson()
                .extractingPath("$.volunteer").isEqualTo(devi.id().value());
        problem(admin.post("/sessions", session(inDays(1).plusSeconds(3600), hostedBy(devi))), HttpStatus.CONFLICT,
                "host-needs-pause");
        problem(admin.post("/sessions", session(inDays(-1), "")), HttpStatus.UNPROCESSABLE_CONTENT,
                "start-in-the-past");
        problem(admin.post("/sessions", session(inDays(400), "")), HttpStatus.UNPROCESSABLE_CONTENT,
                "start-too-far");
        problem(admin.post("/sessions", session(inDays(2), ", \"volunteers\": [\"999999\"]")),
                HttpStatus.UNPROCESSABLE_CONTENT, "volunteer-unknown");
        Client english = clients.volunteer(Training.CERTIFIED, Set.of(Language.ENGLISH), Set.of());
        problem(admin.post("/sessions", session(inDays(2), hostedBy(english))), HttpStatus.UNPROCESSABLE_CONTENT,
                "no-shared-language");
        Client trainee = clients.volunteer(Training.TRAINEE, Set.of(Language.NEPALI), Set.of());
        problem(trainee.post("/sessions", session(inDays(2), "")), HttpStatus.UNPROCESSABLE_CONTENT,
                "trainee-alone");
        Client coached = clients.volunteer(Training.COACHED, Set.of(Language.NEPALI), Set.of());
        problem(coached.post("/sessions", session(inDays(2), "")), HttpStatus.UNPROCESSABLE_CONTENT,
                "coached-without-certified");
        for (int group = 0; group < 6; group++) {
            planned(inDays(3), ", \"capacity\": 9");
        }
        problem(admin.post("/sessions", session(inDays(3), "")), HttpStatus.CONFLICT, "channels-full");
        problem(admin.delete("/sessions/999999"), HttpStatus.NOT_FOUND, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"category\": \"stress\"}",
            "{\"category\": {}, \"language\": [], \"startsAt\": 1e999, \"durationMinutes\": \"x\"}",
            "{\"category\": \"'; DROP TABLE\", \"language\": \"ne\", \"startsAt\": \"2026-01-01T00:00:00Z\", \"durationMinutes\": 60}",
            "{\"category\": \"stress\", \"language\": \"ne\", \"startsAt\": \"tomorrow\", \"durationMinutes\": 60}",
            "{\"category\": \"stress\", \"language\": \"ne\", \"startsAt\": \"2026-01-01T00:00:00Z\", \"durationMinutes\": 481}",
            "{\"category\": \"stress\", \"language\": \"ne\", \"startsAt\": \"2026-01-01T00:00:00Z\", \"durationMinutes\": 60, \"capacity\": 10}",
            "{\"category\": \"stress\", \"language\": \"ne\", \"startsAt\": \"2026-01-01T00:00:00Z\", \"durationMinutes\": 60, \"volunteers\": [null]}",
            "{\"category\": \"stress\", \"language\": \"ne\", \"startsAt\": \"2026-01-01T00:00:00Z\", \"durationMinutes\": 60, \"repeat\": \"DAILY\"}"})
    void whatCannotBeASessionIsABadRequest(String body) {
        assertThat(admin.post("/sessions", body)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void theEndsOfTimeAreNoStart(String start) {
        assertThat(admin.post("/sessions", """
                {"category": "stress", "language": "ne", "startsAt": "%s", "durationMinutes": 60}
                """.formatted(start))).satisfies(answer -> assertThat(answer.getResponse().getStatus())
                .isBetween(400, 499));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=OPEN", "from=yesterday", "size=0", "size=101", "page=-1", "sort=title;DROP",
            "language=nepali", "volunteer=0", "page=x", "state=%20", "state=LIVE,%20"})
    void whatCannotBeAskedForIsABadRequest(String query) {
        assertThat(admin.get("/sessions?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
        if (query.startsWith("state")) {
            assertThat(devi.get("/cmhv/sessions?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    @Test
    void whetherAnIdIsAVolunteersIsNotToldToCallersByWhatTheyLookFor() {
        planned(inDays(2), hostedBy(devi));
        Client asha = clients.caller();
        for (String id : List.of(devi.id().value(), asha.id().value(), "111111")) {
            assertThat(asha.get("/sessions?volunteer=" + id)).as(id).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(asha.get("/sessions")).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(1);
    }

    @Test
    void listsAreNarrowedSortedAndPaged() {
        planned(inDays(1), "");
        planned(inDays(2), hostedBy(devi));
        planned(inDays(3), "");
        assertThat(admin.get("/sessions?size=2&page=1")).hasStatusOk().bodyJson()
                .isLenientlyEqualTo("{\"page\": 1, \"size\": 2, \"total\": 3}")
                .extractingPath("$.items").asArray().hasSize(1);
        assertThat(admin.get("/sessions?sort=-startsAt&size=1")).bodyJson()
                .extractingPath("$.items[0].startsAt").isEqualTo(inDays(3).toString());
        assertThat(admin.get("/sessions?from=" + inDays(2) + "&to=" + inDays(3))).bodyJson()
                .extractingPath("$.total").isEqualTo(1);
        assertThat(admin.get("/sessions?volunteer=" + devi.id())).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(admin.get("/sessions?state=LIVE,HELD")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(admin.get("/sessions?category=stress&language=ne&state=SCHEDULED")).bodyJson()
                .extractingPath("$.total").isEqualTo(3);
        assertThat(admin.get("/sessions?from=9999-12-31T23:59:59Z")).bodyJson().extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        String path = planned(inDays(1), "");
        problem(admin.put(path, session(inDays(2), "")), HttpStatus.PRECONDITION_REQUIRED, "version-required");
        MvcTestResult changed = admin.put(path, "\"0\"", session(inDays(2), ""));
        assertThat(changed).hasStatusOk().hasHeader("ETag", "\"1\"");
        problem(admin.put(path, "\"0\"", session(inDays(3), "")), HttpStatus.PRECONDITION_FAILED, "stale");
        assertThat(admin.request(HttpMethod.DELETE, path).header("If-Match", "\"0\"").exchange())
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(admin.delete(path)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(admin.get(path)).bodyJson()
                .isLenientlyEqualTo("{\"state\": \"CANCELLED\", \"cancelReason\": \"WITHDRAWN\"}");
        problem(admin.delete(path), HttpStatus.CONFLICT, "session-over");
    }

    @Test
    void aLiveSessionIsNeitherMovedNorDeleted() {
        PeerSession live = live();
        String path = "/sessions/" + live.id();
        problem(admin.delete(path), HttpStatus.CONFLICT, "session-open");
        String etag = String.valueOf(admin.get(path).getResponse().getHeader("ETag"));
        problem(admin.put(path, etag, session(inDays(1), "")), HttpStatus.CONFLICT, "session-open");
    }

    @Test
    void aWeeklySessionIsPlannedChangedAndEnded() {
        String first = planned(inDays(1), hostedBy(devi) + ", \"repeat\": \"WEEKLY\"");
        assertThat(admin.get("/sessions")).bodyJson().extractingPath("$.total").isEqualTo(4);
        assertThat(admin.put(first + "?scope=FOLLOWING", "\"0\"",
                session(inDays(1).plusSeconds(3600), ", \"capacity\": 4"))).hasStatusOk();
        assertThat(admin.get("/sessions")).bodyJson().extractingPath("$.items[*].capacity").asArray()
                .containsExactly(4, 4, 4, 4);
        assertThat(admin.delete(first + "?scope=FOLLOWING")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(admin.get("/sessions")).bodyJson().extractingPath("$.total").isEqualTo(0);
        String single = planned(inDays(1), "");
        problem(admin.delete(single + "?scope=FOLLOWING"), HttpStatus.CONFLICT, "not-weekly");
    }

    @Test
    void adminsSeeWhoIsInARoomByNicknameAndNeverByAccount() {
        PeerSession live = live();
        CallId call = new CallId("asha.1");
        var caller = callers.remember(PhoneNumber.parse("9800000001").orElseThrow(), Language.NEPALI);
        var _ = sessions.takeSeat(live.id(), caller, call, Language.NEPALI).orElseThrow();
        events.publishEvent(new TelephonyEvent.Joined(call, live.room(), clock.instant()));
        sessions.raiseHand(call);
        MvcTestResult answer = admin.get("/admin/sessions?state=LIVE");
        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"state": "LIVE", "room": [{"seat": 0, "role": "HOST", "inRoom": true},
                 {"seat": 1, "role": "CALLER", "inRoom": true, "muted": false, "handRaised": true}]}], "total": 1}
                """).extractingPath("$.items[0].room[1].nickname").asString()
                .matches("\\p{IsDevanagari}+ \\p{IsDevanagari}+");
        assertThat(answer).bodyText().doesNotContain(caller.account().orElseThrow().value());
        assertThat(devi.get("/admin/sessions")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void categoriesAreReadByAllAndEditedByAdmins() {
        assertThat(asha.get("/categories?size=1")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [{"code": "stress", "names": {"en": "Stress", "ne": "तनाव"}, "active": true}], "total": 6}
                """);
        String body = "{\"code\": \"elders\", \"names\": {\"en\": \"Elders\"}, \"position\": 7}";
        assertThat(devi.post("/admin/categories", body)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(admin.post("/admin/categories", body)).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"0\"");
        problem(admin.post("/admin/categories", body), HttpStatus.CONFLICT, "code-taken");
        problem(admin.post("/admin/categories", body.replace("\"en\"", "\"xx\"")), HttpStatus.UNPROCESSABLE_CONTENT,
                "language-unknown");
        assertThat(admin.put("/admin/categories/elders", "\"0\"",
                "{\"names\": {\"ne\": \"ज्येष्ठ\"}, \"position\": 8, \"voiceDisguise\": true, \"active\": false}"))
                .hasStatusOk().bodyJson().isLenientlyEqualTo(
                        "{\"names\": {\"ne\": \"ज्येष्ठ\"}, \"voiceDisguise\": true, \"active\": false, \"version\": 1}");
        problem(admin.put("/admin/categories/elders", "\"0\"", body), HttpStatus.PRECONDITION_FAILED, "stale");
        problem(admin.post("/sessions", session(inDays(1), "").replace("stress", "elders")),
                HttpStatus.UNPROCESSABLE_CONTENT, "category-unknown");
        assertThat(admin.delete("/admin/categories/elders")).hasStatus(HttpStatus.NO_CONTENT);
        problem(admin.delete("/admin/categories/elders"), HttpStatus.NOT_FOUND, "not-found");
        problem(admin.delete("/admin/categories/stress"), HttpStatus.CONFLICT, "in-use");
    }

    @Test
    void languagesAreReadByAllAndEditedByAdmins() {
        assertThat(asha.get("/languages")).hasStatusOk().bodyJson().extractingPath("$.items[*].code").asArray()
                .containsExactly("ne", "en");
        String body = "{\"code\": \"mai\", \"name\": \"मैथिली\", \"position\": 3}";
        assertThat(asha.post("/admin/languages", body)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(admin.post("/admin/languages", body)).hasStatus(HttpStatus.CREATED);
        problem(admin.post("/admin/languages", body), HttpStatus.CONFLICT, "code-taken");
        assertThat(admin.post("/sessions", session(inDays(1), "").replace("\"ne\"", "\"mai\"")))
                .hasStatus(HttpStatus.CREATED);
        problem(admin.delete("/admin/languages/mai"), HttpStatus.CONFLICT, "in-use");
        problem(admin.delete("/admin/languages/NE"), HttpStatus.NOT_FOUND, "not-found");
        rows.delete();
        admin = clients.admin();
        assertThat(admin.put("/admin/languages/mai", "\"0\"",
                "{\"name\": \"Maithili\", \"position\": 3, \"active\": false}")).hasStatusOk();
        problem(admin.post("/sessions", session(inDays(1), "").replace("\"ne\"", "\"mai\"")),
                HttpStatus.UNPROCESSABLE_CONTENT, "language-unknown");
        assertThat(admin.delete("/admin/languages/mai")).hasStatus(HttpStatus.NO_CONTENT);
    }
}
