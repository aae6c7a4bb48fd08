package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.Caller;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.RoomOrders;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteers;

/** The words in which the tests of sessions are written. Devi hosts; Asha and Bikash call. */
@ModuleTest(with = {"identity", "account", "operation", "caller", "volunteer"})
@Import({SessionModuleTest.Rooms.class, NoSounds.class})
abstract class SessionModuleTest {
    static final CallId ASHA = new CallId("asha.1");
    static final CallId BIKASH = new CallId("bikash.1");
    static final CallId DEVI = new CallId("devi.1");
    @Autowired
    Sessions sessions;
    @Autowired
    SessionClock sessionClock;
    @Autowired
    Volunteers volunteers;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    @Autowired
    RoomOrders rooms;
    @Autowired
    ApplicationEventPublisher exchange;
    AccountId devi = new AccountId("111111");

    @BeforeEach
    void nobodyIsThereButDevi() {
        rows.delete();
        rooms.linked(true);
        rooms.orders();
        devi = volunteers.register(new Pin("4829"), Training.CERTIFIED, Set.of(Language.NEPALI), Set.of("stress"))
                .account();
    }

    /** A module test leaves out the beans of other modules by their packages: so this one is at home here. */
    static class Rooms extends RoomOrders {}

    PeerSession planned(Duration fromNow) {
        return planned(fromNow, Language.NEPALI);
    }

    PeerSession planned(Duration fromNow, Language language) {
        return sessions.plan(new SessionPlan("stress", language, "Stress", clock.instant().plus(fromNow),
                Duration.ofMinutes(60), SessionPlan.USUAL_CAPACITY, Set.of(devi)));
    }

    /** A session whose callers may come. */
    PeerSession waiting() {
        PeerSession session = planned(Duration.ZERO);
        sessionClock.tick();
        return again(session);
    }

    /** A session with Devi in the room. */
    PeerSession live() {
        PeerSession session = waiting();
        hostComes(session, DEVI);
        return again(session);
    }

    PeerSession again(PeerSession session) {
        return sessions.find(session.id()).orElseThrow();
    }

    Participant sit(PeerSession session, CallId call) {
        return sit(session, call, Language.NEPALI);
    }

    Participant sit(PeerSession session, CallId call, Language language) {
        return sessions.takeSeat(session.id(), Caller.unknown(language), call, language).orElseThrow();
    }

    void callerComes(PeerSession session, CallId call) {
        sit(session, call);
        joined(session, call);
    }

    void hostComes(PeerSession session, CallId call) {
        var _ = sessions.takeHostSeat(session.id(), devi, call).orElseThrow();
        joined(session, call);
    }

    void joined(PeerSession session, CallId call) {
        exchange.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
    }

    void left(PeerSession session, CallId call) {
        exchange.publishEvent(new TelephonyEvent.Left(call, session.room(), clock.instant()));
    }

    void muted(PeerSession session, CallId call) {
        exchange.publishEvent(new TelephonyEvent.MuteChanged(call, session.room(), true, clock.instant()));
    }

    void hungUp(CallId call) {
        exchange.publishEvent(new TelephonyEvent.HungUp(call, clock.instant()));
    }

    void snapshot(Instant exchangeStarted, Set<CallId> calls, Map<Room, Set<CallId>> inRooms) {
        exchange.publishEvent(new TelephonyEvent.Snapshot(exchangeStarted, calls, inRooms, clock.instant()));
    }

    Participant last(CallId call) {
        return sessions.lastOf(call).orElseThrow();
    }
}
