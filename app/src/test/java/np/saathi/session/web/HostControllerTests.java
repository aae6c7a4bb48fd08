package np.saathi.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.SignOut;
import np.saathi.caller.Caller;
import np.saathi.dev.database.Rows;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.TestRooms;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.session.Moderation;
import np.saathi.session.Moderator;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent;

/** Devi hosts, Asha is in her room; Ekta is a volunteer too, but not here. */
@WebTest
class HostControllerTests {
    private static final CallId ASHA = new CallId("asha.1");
    private static final CallId DEVIS_CALL = new CallId("devi.1");
    private static final Duration SOON = MachineSpeed.stretched(Duration.ofSeconds(20));
    @Autowired
    Clients clients;
    @Autowired
    Sessions sessions;
    @Autowired
    Moderation moderation;
    @Autowired
    TestRooms rooms;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    @Autowired
    ApplicationEventPublisher exchange;
    private Client asha;
    private Client devi;
    private PeerSession session;

    @BeforeEach
    void ashaIsInDevisRoom() {
        rows.delete();
        rooms.linked(true);
        asha = clients.caller();
        devi = clients.volunteer();
        session = sessions.plan(new SessionPlan("stress", Language.ENGLISH, "Stress", clock.instant(),
                Duration.ofHours(1), 8, Set.of(devi.id())));
        assertThat(sessions.takeHostSeat(session.id(), devi.id(), DEVIS_CALL)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(DEVIS_CALL, session.room(), clock.instant()));
        assertThat(sessions.takeSeat(session.id(), new Caller(java.util.Optional.of(asha.id()), Language.ENGLISH,
                java.util.Optional.empty()), ASHA, Language.ENGLISH)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(ASHA, session.room(), clock.instant()));
        rooms.orders();
    }

    @Test
    void whoModeratesSeesTheRoomAsItIsThen() {
        exchange.publishEvent(new TelephonyEvent.TalkingChanged(ASHA, session.room(), true, clock.instant()));
        MvcTestResult answer = moderate(devi, "{\"action\": \"MUTE\", \"seat\": 1}");
        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"state": "LIVE", "locked": false, "extensionsLeft": 3, "people": [
                  {"seat": 0, "role": "HOST", "inRoom": true, "muted": false},
                  {"seat": 1, "role": "CALLER", "inRoom": true, "talking": true, "muted": true, "silenced": true}]}
                """);
        assertThat(answer).bodyJson().extractingPath("$.people[1].nickname").asString()
                .containsPattern("[a-z]+ [a-z]+");
        assertThat(body(answer)).as("a caller is a seat, not an account").doesNotContain(asha.id().value());
        assertThat(rooms.orders()).startsWith("mute asha.1");
    }

    @Test
    void everyActionIsThere() {
        for (String asked : new String[]{"{\"action\": \"MUTE\", \"seat\": 1}", "{\"action\": \"UNMUTE\", \"seat\": 1}",
                "{\"action\": \"LOCK\"}", "{\"action\": \"UNLOCK\"}", "{\"action\": \"EXTEND\", \"minutes\": 5}",
                "{\"action\": \"EXTEND\"}", "{\"action\": \"REMOVE\", \"seat\": 1}", "{\"action\": \"END\"}"}) {
            assertThat(moderate(devi, asked)).as(asked).hasStatusOk();
        }
        assertThat(sessions.find(session.id()).orElseThrow().endsAt())
                .isEqualTo(session.endsAt().plus(Duration.ofMinutes(15)));
        assertThat(devi.get("/cmhv/activity?size=3")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"total": 8, "items": [{"action": "END"}, {"action": "REMOVE", "seat": 1},
                  {"action": "EXTEND", "minutes": 10}]}
                """);
        assertThat(clients.volunteer().get("/cmhv/activity")).bodyJson().extractingPath("$.total").isEqualTo(0);
    }

    @Test
    void aVolunteerChangesThePlanOfTheirOwnSession() {
        PeerSession later = sessions.plan(new SessionPlan("stress", Language.ENGLISH, "Stress",
                clock.instant().plus(Duration.ofDays(1)), Duration.ofHours(1), 8, Set.of(devi.id())));
        String path = "/cmhv/session/" + later.id();
        String etag = String.valueOf(devi.get("/sessions/" + later.id()).getResponse().getHeader("ETag"));
        MvcTestResult changed = devi.put(path, etag, "{\"title\": \"Quiet evening\", \"durationMinutes\": 45}");
        assertThat(changed).hasStatusOk().hasHeader("ETag", "\"1\"").bodyJson().isLenientlyEqualTo("""
                {"title": "Quiet evening", "durationMinutes": 45, "capacity": 8, "language": "en", "category": "stress",
                 "volunteers": ["%s"], "startsAt": "%s"}""".formatted(devi.id(), later.startsAt()));
        is(devi.put(path, "{\"capacity\": 5}"), 428, "version-required");
        is(devi.put(path, etag, "{\"capacity\": 5}"), 412, "stale");
        is(devi.put(path, "\"1\"", "{\"capacity\": 10}"), 400, "invalid");
        is(devi.put(path, "\"1\"", "{\"capacity\": 5, \"action\": \"LOCK\"}"), 400, "invalid");
        is(devi.put(path, "\"1\"", "{\"category\": \"weather\"}"), 422, "category-unknown");
        is(clients.volunteer().put(path, "\"1\"", "{\"capacity\": 5}"), 403, "not-your-session");
        is(devi.put("/cmhv/session/" + session.id(), "*", "{\"startsAt\": \"%s\"}".formatted(later.startsAt()
                .plus(Duration.ofDays(2)))), 409, "session-open");
    }

    @Test
    void whatCantBeIsAProblem() {
        is(moderate(devi, "{\"action\": \"MUTE\"}"), 422, "seat-needed");
        is(moderate(devi, "{\"action\": \"MUTE\", \"seat\": 7}"), 409, "seat-empty");
        is(moderate(devi, "{\"action\": \"MUTE\", \"seat\": 10}"), 400, "invalid");
        is(moderate(devi, "{\"action\": \"EXTEND\", \"minutes\": 11}"), 400, "invalid");
        is(moderate(devi, "{}"), 400, "invalid");
        is(moderate(devi, "{\"action\": \"SHOUT\"}"), 400, "malformed");
        is(devi.put("/cmhv/session/999999", "{\"action\": \"LOCK\"}"), 404, "not-found");
        for (int time = 0; time < 3; time++) {
            assertThat(moderate(devi, "{\"action\": \"EXTEND\"}")).hasStatusOk();
        }
        is(moderate(devi, "{\"action\": \"EXTEND\"}"), 409, "no-more-time");
        sessions.end(session.id());
        is(moderate(devi, "{\"action\": \"LOCK\"}"), 409, "session-not-live");
    }

    @Test
    void whoseSessionWasTakenOverByWhoIsOnDutyNeitherModeratesNorWatchesIt() {
        is(moderate(devi, "{\"action\": \"TAKE\"}"), 422, "phone-only");
        takenOverByWhoIsOnDuty();
        is(moderate(devi, "{\"action\": \"END\"}"), 403, "taken-over");
        is(devi.put("/cmhv/session/" + session.id(), "*", "{\"title\": \"Mine\"}"), 403, "taken-over");
        assertThat(devi.request(HttpMethod.GET, "/cmhv/session/" + session.id() + "/live").asyncExchange().getResponse()
                .getStatus()).as("watching").isEqualTo(403);
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void withoutALinkToTheExchangeALiveActionIsUnavailable() {
        rooms.linked(false);
        MvcTestResult answer = moderate(devi, "{\"action\": \"MUTE\", \"seat\": 1}");
        is(answer, 503, "exchange-unreachable");
        assertThat(answer).headers().containsHeader("Retry-After");
    }

    @Test
    void onlyTheSessionsOwnVolunteerMayReachIn() {
        Client ekta = clients.volunteer();
        String live = "/cmhv/session/" + session.id() + "/live";
        is(moderate(ekta, "{\"action\": \"END\"}"), 403, "not-your-session");
        is(ekta.get(live), 403, "not-your-session");
        for (Client other : new Client[]{asha, clients.admin()}) {
            is(moderate(other, "{\"action\": \"END\"}"), 403, "forbidden");
            is(other.get(live), 403, "forbidden");
            is(other.get("/cmhv/sessions"), 403, "forbidden");
            is(other.get("/cmhv/activity"), 403, "forbidden");
        }
        is(moderate(clients.stranger(), "{\"action\": \"END\"}"), 401, "signed-out");
        is(devi.get("/cmhv/session/999999/live"), 404, "not-found");
        assertThat(sessions.find(session.id()).orElseThrow().state().isOpen()).isTrue();
    }

    @Test
    void aVolunteerListsTheirOwnSessionsOnly() {
        assertThat(devi.get("/cmhv/sessions")).hasStatusOk().bodyJson().extractingPath("$.items[0].id").asNumber()
                .isEqualTo((int) session.id());
        assertThat(devi.get("/cmhv/sessions?state=ENDED,CANCELLED")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(clients.volunteer().get("/cmhv/sessions")).bodyJson().extractingPath("$.total").isEqualTo(0);
        is(devi.get("/cmhv/sessions?state=NONSENSE"), 400, "invalid");
    }

    @Test
    void theRoomIsShownOnEachChangeUntilItIsOver() throws Exception {
        MvcTestResult stream = devi.request(HttpMethod.GET, "/cmhv/session/" + session.id() + "/live").asyncExchange();
        eventually(stream, "\"seat\":1");
        sessions.raiseHand(ASHA);
        eventually(stream, "\"hand\":1");
        exchange.publishEvent(new TelephonyEvent.TalkingChanged(ASHA, session.room(), true, clock.instant()));
        eventually(stream, "\"talking\":true");
        sessions.end(session.id());
        eventually(stream, "\"state\":\"ENDED\"");
        assertThat(stream.getRequest().getAsyncContext()).isNotNull();
        assertThat(stream).hasContentTypeCompatibleWith("text/event-stream");
        assertThat(body(stream)).startsWith("event:room").doesNotContain(asha.id().value());
    }

    @Test
    void aStreamEndsWhenItsViewerIsSignedOut() {
        MvcTestResult stream = devi.request(HttpMethod.GET, "/cmhv/session/" + session.id() + "/live").asyncExchange();
        assertThat(devi.get("/logout")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(stream.getMvcResult().getAsyncResult(SOON.toMillis())).as("ended, without an error").isNull();
    }

    @Test
    void aStreamEndsWhenItsViewerIsSuspended() {
        MvcTestResult stream = devi.request(HttpMethod.GET, "/cmhv/session/" + session.id() + "/live").asyncExchange();
        exchange.publishEvent(new SignOut(devi.id()));
        assertThat(stream.getMvcResult().getAsyncResult(SOON.toMillis())).as("ended, without an error").isNull();
    }

    @Test
    void aStreamEndsWhenTheSessionIsTakenOverFromItsViewer() {
        MvcTestResult stream = devi.request(HttpMethod.GET, "/cmhv/session/" + session.id() + "/live").asyncExchange();
        takenOverByWhoIsOnDuty();
        assertThat(stream.getMvcResult().getAsyncResult(SOON.toMillis())).as("ended, without an error").isNull();
    }

    private void takenOverByWhoIsOnDuty() {
        Participant maya = sessions.takeDutySeat(session.id(), new CallId("duty.1"), Language.ENGLISH).orElseThrow();
        exchange.publishEvent(new TelephonyEvent.Joined(maya.call(), session.room(), clock.instant()));
        assertThat(moderation.takeOver(session.id(), Moderator.of(maya))).isTrue();
    }

    @Test
    void aStreamEndsWhenItsSessionIsThereNoMore() {
        MvcTestResult stream = devi.request(HttpMethod.GET, "/cmhv/session/" + session.id() + "/live").asyncExchange();
        rows.delete();
        assertThat(stream.getMvcResult().getAsyncResult(SOON.toMillis())).as("ended, without an error").isNull();
    }

    private static void eventually(MvcTestResult stream, String words) {
        await().untilAsserted(() -> assertThat(body(stream)).contains(words));
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult moderate(Client who, String json) {
        return who.put("/cmhv/session/" + session.id(), json);
    }

    private static void is(MvcTestResult answer, int status, String problem) {
        assertThat(answer).hasStatus(HttpStatus.valueOf(status)).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:" + problem);
    }
}
