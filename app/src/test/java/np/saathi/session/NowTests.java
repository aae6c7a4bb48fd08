package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import np.saathi.caller.Caller;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.TestRooms;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent;

/** Asha waits for Devi; an admin looks on. */
@WebTest
class NowTests {
    private static final CallId ASHA = new CallId("asha.1");
    private static final CallId DEVIS_CALL = new CallId("devi.1");
    @Autowired
    Clients clients;
    @Autowired
    Sessions sessions;
    @Autowired
    SessionClock sessionClock;
    @Autowired
    TestRooms rooms;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    @Autowired
    ApplicationEventPublisher exchange;
    private Client admin;
    private Client devi;
    private PeerSession session;

    @BeforeEach
    void ashaWaits() {
        rows.delete();
        rooms.linked(true);
        admin = clients.admin();
        devi = clients.volunteer();
        session = sessions.plan(new SessionPlan("stress", Language.ENGLISH, "Stress", clock.instant(),
                Duration.ofHours(1), 8, Set.of(devi.id())));
        sessionClock.tick();
        assertThat(sessions.takeSeat(session.id(),
                new Caller(Optional.of(clients.caller().id()), Language.ENGLISH, Optional.empty()), ASHA,
                Language.ENGLISH)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(ASHA, session.room(), clock.instant()));
    }

    private void deviComes() {
        assertThat(sessions.takeHostSeat(session.id(), devi.id(), DEVIS_CALL)).isPresent();
        exchange.publishEvent(new TelephonyEvent.Joined(DEVIS_CALL, session.room(), clock.instant()));
        rooms.orders();
    }

    @Test
    void anAdminSeesWhoWaitsAndSinceWhenAndHowTheLineIs() {
        assertThat(admin.get("/admin/now")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"line": {"db": "UP", "trunk": "UP"}, "calls": {"now": 7, "most": 60, "reserve": 2}, "rooms": [{"category": "stress", "title": "Stress", "room":
                  {"sessionId": %d, "state": "WAITING", "people": [{"seat": 1, "role": "CALLER", "inRoom": true,
                    "since": "%s"}]}}]}
                """.formatted(session.id(), clock.instant()));
    }

    @Test
    void whoIsThereIsASeatAndNeverAnAccount() throws java.io.UnsupportedEncodingException {
        deviComes();
        assertThat(admin.get("/admin/now").getResponse().getContentAsString()).contains("\"LIVE\"")
                .doesNotContain(devi.id().value());
    }

    @Test
    void anAdminModeratesEveryRoomAVolunteerOnlyTheirOwn() {
        deviComes();
        assertThat(admin.put("/admin/now/" + session.id(), "{\"action\": \"MUTE\", \"seat\": 1}")).hasStatusOk()
                .bodyJson().isLenientlyEqualTo("{\"people\": [{\"seat\": 0}, {\"seat\": 1, \"silenced\": true}]}");
        assertThat(rooms.orders()).startsWith("mute asha.1");
        assertThat(devi.put("/admin/now/" + session.id(), "{\"action\": \"MUTE\", \"seat\": 1}")).hasStatus(403);
        assertThat(clients.volunteer().put("/cmhv/session/" + session.id(), "{\"action\": \"END\"}")).hasStatus(403)
                .bodyJson().extractingPath("$.type").isEqualTo("urn:saathi:problem:not-your-session");
    }

    @Test
    void aRoomThatHasNotBegunIsNotModerated() {
        assertThat(admin.put("/admin/now/" + session.id(), "{\"action\": \"LOCK\"}")).hasStatus(409).bodyJson()
                .extractingPath("$.type").isEqualTo("urn:saathi:problem:session-not-live");
        assertThat(admin.put("/admin/now/999999", "{\"action\": \"LOCK\"}")).hasStatus(404);
    }

    @Test
    void withoutALinkToTheExchangeThePageGoesOnAndOrdersWait() {
        deviComes();
        rooms.linked(false);
        assertThat(admin.get("/admin/now")).hasStatusOk().bodyJson().doesNotHavePath("$.line.trunk")
                .doesNotHavePath("$.calls").hasPath("$.rooms[0]");
        assertThat(admin.put("/admin/now/" + session.id(), "{\"action\": \"MUTE\", \"seat\": 1}")).hasStatus(503)
                .bodyJson().extractingPath("$.type").isEqualTo("urn:saathi:problem:exchange-unreachable");
    }
}
