package np.saathi.alert;

import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.TestRooms;
import np.saathi.dev.web.WebTest;
import np.saathi.message.MessageEvent;
import np.saathi.report.ReportEvent;
import np.saathi.ringing.Bell;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionEvent;
import np.saathi.session.SessionPlan;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent.Answer;
import np.saathi.telephony.TelephonyEvent;

/** What must not wait: who is on duty is rung, one after another, until somebody takes it. */
@WebTest
class AlertTests {
    private static final Duration PAUSE = Duration.ofMinutes(2);
    @Autowired
    AlertDesk desk;
    @Autowired
    Alerts alerts;
    @Autowired
    Bell bell;
    @Autowired
    TestRooms exchange;
    @Autowired
    Clients clients;
    @Autowired
    Sessions sessions;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private Client admin;
    private Client devi;
    private PeerSession session;

    @BeforeEach
    void twoAreOnDuty() {
        rows.delete();
        exchange.linked(true);
        admin = clients.admin();
        devi = clients.volunteer();
        rostered("Maya", "9800002001", 1);
        rostered("Nima", "9800002002", 2);
        session = sessions.plan(new SessionPlan("stress", NEPALI, "Stress", clock.instant(), Duration.ofMinutes(60), 8,
                Set.of(devi.id())));
        exchange.orders();
    }

    private void rostered(String label, String number, int position) {
        assertThat(admin.post("/admin/duty", """
                {"label": "%s", "number": "%s", "position": %d, "times": "*", "days": "*", "languages": "*"}
                """.formatted(label, number, position))).hasStatus(HttpStatus.CREATED);
    }

    private void told(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }

    private Alert alert() {
        return await().until(() -> alerts.list(null, 0, 9), found -> !found.isEmpty()).getFirst();
    }

    /** Names of the calls that were placed by two looks of both desks. */
    private List<String> rung() {
        for (int look = 0; look < 2; look++) {
            desk.look();
            bell.ring();
        }
        return exchange.orders().stream().filter(order -> order.startsWith("ring DUTY "))
                .map(order -> order.substring("ring DUTY ".length())).toList();
    }

    private String rungOnce() {
        List<String> calls = rung();
        assertThat(calls).hasSize(1);
        return calls.getFirst();
    }

    private void ends(String call, Answer answer) {
        events.publishEvent(new TelephonyEvent.RingOver(call, answer, clock.instant()));
    }

    private void live() {
        CallId call = new CallId("devi.1");
        var _ = sessions.takeHostSeat(session.id(), devi.id(), call).orElseThrow();
        events.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        assertThat(sessions.find(session.id())).map(PeerSession::state).contains(SessionState.LIVE);
    }

    @Test
    void dangerRingsTheRosterInOrderUntilSomebodyTakesIt() {
        told(new ReportEvent.DangerReported(UUID.randomUUID(), session.id(), clock.instant()));
        assertThat(alert().kind()).isEqualTo(AlertKind.DANGER);
        String maya = rungOnce();
        assertThat(rung()).isEmpty(); // one at a time
        ends(maya, Answer.PICKED_UP); // a machine
        String nima = rungOnce();
        Alert told = alerts.rung(nima).orElseThrow();
        assertThat(alerts.take(told, nima)).isTrue();
        assertThat(alert()).satisfies(taken -> {
            assertThat(taken.state()).isEqualTo(AlertState.TAKEN);
            assertThat(taken.takenBy()).isEqualTo("Nima");
            assertThat(taken.category()).isEqualTo("stress");
        });
        assertThat(alerts.rung(maya)).isEmpty();
        clock.pass(PAUSE);
        assertThat(rung()).isEmpty();
    }

    @Test
    void nobodyWhoHasFiveMinutesIsRungLater() {
        told(new ReportEvent.DangerReported(UUID.randomUUID(), session.id(), clock.instant()));
        alert();
        for (int phone = 0; phone < 2; phone++) {
            ends(rungOnce(), Answer.NO_ANSWER);
            clock.pass(Duration.ofSeconds(25));
        }
        assertThat(Duration.between(alert().raisedAt(), clock.instant())).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void theWholeRosterIsRungThreeTimesAndThenItWaitsInThePanel() {
        told(new ReportEvent.DangerReported(UUID.randomUUID(), session.id(), clock.instant()));
        alert();
        for (int round = 0; round < 3; round++) {
            ends(rungOnce(), Answer.BUSY);
            ends(rungOnce(), Answer.NO_ANSWER);
            assertThat(rung()).isEmpty();
            clock.pass(PAUSE);
        }
        assertThat(rung()).isEmpty();
        assertThat(alert().state()).isEqualTo(AlertState.UNANSWERED);
        assertThat(alert().rounds()).isEqualTo(3);
    }

    @Test
    void whoListensAndDoesNotTakeItIsFollowedByTheNext() {
        told(new ReportEvent.DangerReported(UUID.randomUUID(), session.id(), clock.instant()));
        alert();
        String maya = rungOnce();
        events.publishEvent(new TelephonyEvent.CallbackTaken(maya, clock.instant()));
        assertThat(rung()).isEmpty();
        clock.pass(PAUSE);
        assertThat(rungOnce()).isNotEqualTo(maya);
    }

    @Test
    void whoLeavesItToTheNextIsFollowedAtOnce() {
        told(new ReportEvent.DangerReported(UUID.randomUUID(), session.id(), clock.instant()));
        alert();
        String maya = rungOnce();
        events.publishEvent(new TelephonyEvent.CallbackTaken(maya, clock.instant()));
        assertThat(alerts.rung(maya)).isPresent();
        alerts.leave(maya);
        assertThat(rungOnce()).isNotEqualTo(maya);
    }

    @Test
    void withNobodyOnDutyItWaitsForWhoComes() {
        jdbc.sql("DELETE FROM duty_phone").update();
        told(new ReportEvent.DangerReported(UUID.randomUUID(), session.id(), clock.instant()));
        alert();
        assertThat(rung()).isEmpty();
        clock.pass(Duration.ofHours(3));
        assertThat(rung()).isEmpty();
        rostered("Maya", "9800002001", 1);
        rungOnce();
    }

    @Test
    void whatIsToldTwiceIsOneAlert() {
        ReportEvent danger = new ReportEvent.DangerReported(UUID.randomUUID(), session.id(), clock.instant());
        told(danger);
        await().until(() -> rows.in("EVENT_PUBLICATION") == 0);
        told(danger);
        told(new SessionEvent.MayBeAChild(UUID.randomUUID(), session.id(), 4, "stress", "ne", clock.instant()));
        await().until(() -> rows.in("EVENT_PUBLICATION") == 0);
        assertThat(alerts.count(null)).isEqualTo(2);
    }

    @Test
    void anUnwellHostIsRungForInOpeningHours() {
        long report = reported(2);
        assertThat(alert()).satisfies(unwell -> {
            assertThat(unwell.kind()).isEqualTo(AlertKind.HOST_UNWELL);
            assertThat(unwell.volunteer()).isEqualTo(devi.id());
        });
        assertThat(report).isPositive();
        closedNow(true, "\"0\"");
        assertThat(rung()).isEmpty();
        closedNow(false, "\"1\"");
        rungOnce();
    }

    private long reported(int wellbeing) {
        live();
        sessions.end(session.id());
        var filed = devi.post("/cmhv/report", """
                {"sessionId": %d, "risk": 1, "followUp": false, "topics": ["family"], "wellbeing": %d}
                """.formatted(session.id(), wellbeing));
        assertThat(filed).hasStatus(HttpStatus.CREATED);
        return Long.parseLong(Client.text(filed, "$.id"));
    }

    private void closedNow(boolean closed, String etag) {
        String all = new String(admin.get("/admin/settings").getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(admin.put("/admin/settings", etag,
                all.replaceAll("\"closedNow\":(true|false)", "\"closedNow\":" + closed))).hasStatusOk();
    }

    @Test
    void unheardMessagesAndSessionsWithoutAHostAreAlerts() {
        told(new MessageEvent.Unheard(7, NEPALI, null, clock.instant(), clock.instant()));
        assertThat(alert().kind()).isEqualTo(AlertKind.MESSAGE_UNHEARD);
        rows.update("UPDATE peer_session SET state = 'WAITING'");
        sessions.cancelNoHost(session.id());
        assertThat(alerts.list(null, 0, 9)).extracting(Alert::kind).containsExactly(AlertKind.NO_HOST,
                AlertKind.MESSAGE_UNHEARD);
    }

    @Test
    void aComplaintOfTheHostLeadsIntoTheRoomAndTheHostHearsNothing() {
        live();
        exchange.orders();
        told(new SessionEvent.HostComplainedOf(UUID.randomUUID(), session.id(), "stress", "ne", clock.instant()));
        assertThat(alert().kind().leadsIntoTheRoom()).isTrue();
        ends(rungOnce(), Answer.NO_ANSWER);
        ends(rungOnce(), Answer.NO_ANSWER);
        assertThat(exchange.orders()).isEmpty();
    }

    @Test
    void aHostWhoAsksIsToldWhenNobodyOnDutyComes() {
        live();
        assertThat(desk.ring(session.id())).isTrue();
        assertThat(desk.ring(session.id())).isTrue(); // goes on ringing
        assertThat(alerts.count(null)).isOne();
        ends(rungOnce(), Answer.NO_ANSWER);
        ends(rungOnce(), Answer.BUSY);
        desk.look();
        assertThat(exchange.orders()).containsExactly("make sure of devi.1 ne host.duty.nobody");
        assertThat(alert().state()).isEqualTo(AlertState.UNANSWERED);
    }

    @Test
    void nobodyIsRungIntoARoomThatIsNotLiveOrByAnEmptyRoster() {
        assertThat(desk.ring(session.id())).isFalse();
        live();
        jdbc.sql("DELETE FROM duty_phone").update();
        assertThat(desk.ring(session.id())).isFalse();
        assertThat(alerts.count(null)).isZero();
    }

    @Test
    void adminsReadAlertsAndMarkThemAsSeenToAndThenNobodyIsRungAnyMore() {
        told(new ReportEvent.DangerReported(UUID.randomUUID(), session.id(), clock.instant()));
        String path = "/admin/alerts/" + alert().id();
        assertThat(admin.get("/admin/alerts?handled=false")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"total": 1, "items": [{"kind": "DANGER", "state": "OPEN", "sessionId": %d, "category": "stress",
                 "language": "ne", "rounds": 0, "version": 0}]}
                """.formatted(session.id()));
        assertThat(admin.put(path, "{\"handled\": true}")).hasStatus(428);
        assertThat(admin.put(path, "\"0\"", "{}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(admin.put(path, "\"0\"", "{\"handled\": true}")).hasStatusOk().hasHeader("ETag", "\"1\"").bodyJson()
                .extractingPath("$.handledBy").isEqualTo(admin.id().value());
        assertThat(admin.put(path, "\"0\"", "{\"handled\": true}")).hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(admin.get("/admin/alerts?handled=false")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(admin.get("/admin/alerts/987654")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(rung()).isEmpty();
    }
}
