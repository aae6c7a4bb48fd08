package np.saathi.latehost;

import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.TestRooms;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.ringing.Bell;
import np.saathi.ringing.Ring;
import np.saathi.ringing.Rings;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.TelephonyEvent.Answer;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.VolunteerDesk;
import np.saathi.volunteer.VolunteerTerms;
import np.saathi.volunteer.Volunteers;

/** Each step of the ladder by the clock: assigned hosts in order, the reserve after two minutes, each once. */
@WebTest
class HostLadderTests {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    @Autowired
    HostLadder ladder;
    @Autowired
    LateHosts lateHosts;
    @Autowired
    Rings rings;
    @Autowired
    Bell bell;
    @Autowired
    TestRooms exchange;
    @Autowired
    Clients clients;
    @Autowired
    Sessions sessions;
    @Autowired
    Volunteers volunteers;
    @Autowired
    VolunteerDesk desk;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private int phones;
    private Volunteer devi;

    @BeforeEach
    void deviIsAVolunteerWithAPhone() {
        rows.delete();
        exchange.linked(true);
        exchange.orders();
        devi = volunteer(Training.CERTIFIED, false, NEPALI);
    }

    private Volunteer volunteer(Training training, boolean reserve, Language language) {
        Volunteer made = volunteers.register(new Pin("482913"), training, Set.of(language), Set.of("stress"));
        Optional<PhoneNumber> phone = PhoneNumber.parse("98000010%02d".formatted(phones++));
        return desk.agree(made.account(), new VolunteerTerms(training, Set.of(language), Set.of("stress"),
                Optional.empty(), Optional.empty(), reserve, false), phone, made.version());
    }

    /** Open, and its time has come. */
    private PeerSession late(Volunteer... hosts) {
        Set<AccountId> ids = Set.of(hosts).stream().map(Volunteer::account).collect(Collectors.toSet());
        PeerSession session = sessions.plan(new SessionPlan("stress", NEPALI, "Stress", clock.instant(),
                Duration.ofMinutes(60), 8, ids));
        rows.update("UPDATE peer_session SET state = 'WAITING' WHERE id = " + session.id());
        return session;
    }

    private List<AccountId> rung(PeerSession session) {
        ladder.climb();
        bell.ring();
        return rings.of(Purpose.HOST, Long.toString(session.id())).stream()
                .map(ring -> ring.account().orElseThrow()).toList();
    }

    private String last(PeerSession session) {
        return rings.of(Purpose.HOST, Long.toString(session.id())).getLast().name();
    }

    private void ends(PeerSession session, Answer answer) {
        events.publishEvent(new TelephonyEvent.RingOver(last(session), answer, clock.instant()));
    }

    @Test
    void assignedHostsWhoAreNotInAreRungOneAfterAnotherTheCertifiedFirst() {
        Volunteer coached = volunteer(Training.COACHED, false, NEPALI);
        PeerSession session = late(coached, devi, volunteer(Training.TRAINEE, false, NEPALI));
        assertThat(rung(session)).containsExactly(devi.account());
        assertThat(rung(session)).hasSize(1); // while it rings
        ends(session, Answer.NO_ANSWER);
        assertThat(rung(session)).containsExactlyInAnyOrder(devi.account(), coached.account());
        ends(session, Answer.PICKED_UP); // a machine
        assertThat(rung(session)).hasSize(2);
        assertThat(exchange.orders()).hasSize(2).allMatch(order -> order.startsWith("ring HOST "));
    }

    @Test
    void nobodyIsRungBeforeTheStartOrWhileAHostIsIn() {
        PeerSession session = late(devi);
        CallId call = new CallId("devi.1");
        var _ = sessions.takeHostSeat(session.id(), devi.account(), call).orElseThrow();
        assertThat(rung(session)).isEmpty(); // on the way in
        events.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        assertThat(rung(session)).isEmpty();
        PeerSession tomorrow = sessions.plan(new SessionPlan("stress", NEPALI, "Stress",
                clock.instant().plus(Duration.ofMinutes(5)), Duration.ofMinutes(60), 8, Set.of(devi.account())));
        rows.update("UPDATE peer_session SET state = 'WAITING' WHERE id = " + tomorrow.id());
        assertThat(rung(tomorrow)).isEmpty();
    }

    @Test
    void theReserveOfTheLanguageIsRungAfterTwoMinutes() {
        Volunteer reserve = volunteer(Training.CERTIFIED, true, NEPALI);
        volunteer(Training.CERTIFIED, true, ENGLISH);
        volunteer(Training.COACHED, true, NEPALI);
        volunteer(Training.CERTIFIED, false, NEPALI);
        PeerSession session = late(devi);
        rung(session);
        ends(session, Answer.BUSY);
        assertThat(rung(session)).containsExactly(devi.account());
        clock.pass(Duration.ofMinutes(2));
        assertThat(rung(session)).containsExactly(devi.account(), reserve.account());
        ends(session, Answer.NO_ANSWER);
        clock.pass(Duration.ofMinutes(2));
        assertThat(rung(session)).hasSize(2);
    }

    @Test
    void whoHasHostedAsMuchAsTheyMayIsNotRungToStandInAndDoesNotHostBeyondIt() {
        Volunteer tired = volunteer(Training.CERTIFIED, true, NEPALI);
        Volunteer rested = volunteer(Training.CERTIFIED, true, NEPALI);
        for (int hours = 2; hours <= 4; hours += 2) { // their two of this day
            sessions.plan(new SessionPlan("stress", NEPALI, "Stress", clock.instant().plus(Duration.ofHours(hours)),
                    Duration.ofMinutes(60), 8, Set.of(tired.account())));
        }
        PeerSession session = late();
        clock.pass(Duration.ofMinutes(2));
        assertThat(rung(session)).containsExactly(rested.account());
        ends(session, Answer.NO_ANSWER);
        assertThat(rung(session)).hasSize(1);
        assertThat(lateHosts.host(session.id(), tired)).isEmpty();
    }

    @Test
    void whoPressedOneHasTimeToComeInAndThenTheNextIsRung() {
        Volunteer coached = volunteer(Training.COACHED, false, NEPALI);
        PeerSession session = late(devi, coached);
        rung(session);
        events.publishEvent(new TelephonyEvent.CallbackTaken(last(session), clock.instant()));
        clock.pass(HALF_A_MINUTE);
        assertThat(rung(session)).hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        assertThat(rung(session)).containsExactly(devi.account(), coached.account());
    }

    @Test
    void whoPressedOneAndDoesNotComeIsFollowedAtOnce() {
        Volunteer coached = volunteer(Training.COACHED, false, NEPALI);
        PeerSession session = late(devi, coached);
        rung(session);
        events.publishEvent(new TelephonyEvent.CallbackTaken(last(session), clock.instant()));
        assertThat(lateHosts.answered(last(session))).isPresent();
        lateHosts.notComing(last(session));
        assertThat(rung(session)).containsExactlyInAnyOrder(devi.account(), coached.account());
    }

    @Test
    void aProcessThatDiesWhileItRingsLeavesTheLadderWhereItWas() {
        Volunteer coached = volunteer(Training.COACHED, false, NEPALI);
        PeerSession session = late(devi, coached);
        rung(session);
        clock.pass(Duration.ofMinutes(2)); // nobody saw how it ended
        bell.ring();
        assertThat(rung(session)).containsExactly(devi.account(), coached.account());
    }

    @Test
    void ringingTimesAreTheSettingsOfThisMoment() {
        Client admin = clients.admin();
        assertThat(admin.put("/admin/settings", "\"0\"", settings(admin, 40, 0))).hasStatusOk();
        Volunteer reserve = volunteer(Training.CERTIFIED, true, NEPALI);
        PeerSession session = late();
        assertThat(rung(session)).containsExactly(reserve.account());
        assertThat(rows.in("ring WHERE patience_seconds = 40")).isOne();
        assertThat(admin.put("/admin/settings", "\"1\"", settings(admin, 25, 2))).hasStatusOk();
    }

    private static String settings(Client admin, int ringSeconds, int reserveMinutes) {
        return new String(admin.get("/admin/settings").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("\"ringSeconds\":[0-9]+", "\"ringSeconds\":" + ringSeconds)
                .replaceAll("\"reserveMinutes\":[0-9]+", "\"reserveMinutes\":" + reserveMinutes);
    }

    @Test
    void whoIsAssignedComesInAndTheReserveStandsIn() {
        Volunteer reserve = volunteer(Training.CERTIFIED, true, NEPALI);
        PeerSession session = late(devi);
        rung(session);
        assertThat(lateHosts.answered(last(session))).map(LateHosts.Summons::volunteer).contains(devi.account());
        assertThat(lateHosts.host(session.id(), devi)).isPresent();
        assertThat(lateHosts.host(session.id(), volunteer(Training.CERTIFIED, false, NEPALI))).isEmpty();
        assertThat(lateHosts.host(session.id(), reserve)).map(PeerSession::hosts).contains(
                Set.of(devi.account(), reserve.account()));
        assertThat(sessions.takeHostSeat(session.id(), reserve.account(), new CallId("reserve.1"))).isPresent();
    }

    @Test
    void whoComesTooLateIsNotLedIn() {
        PeerSession session = late(devi);
        rung(session);
        String name = last(session);
        sessions.cancelNoHost(session.id());
        assertThat(sessions.find(session.id())).map(PeerSession::state).contains(SessionState.CANCELLED);
        assertThat(lateHosts.answered(name)).isEmpty();
        assertThat(lateHosts.host(session.id(), devi)).isEmpty();
        assertThat(rung(session)).hasSize(1);
    }

    @Test
    void numbersOfVolunteersAreNotReadableInTheDatabase() {
        PeerSession session = late(devi);
        rung(session);
        assertThat(rows.dump()).doesNotContain("980000100");
        assertThat(rings.of(Purpose.HOST, Long.toString(session.id()))).extracting(Ring::tries).containsExactly(1);
    }
}
