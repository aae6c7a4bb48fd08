package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.PublishedEvents;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Seat;

/** What is told of a visit when it is over. */
class VisitEndedTests extends SessionModuleTest {

    @Test
    void whoWaitedForTheHostIsToldHowLong(PublishedEvents events) {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(4));
        hostComes(session, DEVI);
        clock.pass(Duration.ofMinutes(30));
        sessions.leave(ASHA, Outcome.LEFT);
        assertThat(visits(events)).singleElement().satisfies(visit -> {
            assertThat(visit.call()).isEqualTo(ASHA.value());
            assertThat(visit.waited()).isEqualTo(Duration.ofMinutes(4));
            assertThat(visit.talked()).isEqualTo(Duration.ofMinutes(30));
            assertThat(visit.abandoned()).isFalse();
        });
    }

    @Test
    void whoComesIntoALiveRoomDidNotWait(PublishedEvents events) {
        PeerSession session = live();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(5));
        hungUp(ASHA);
        assertThat(visits(events)).singleElement().satisfies(visit -> {
            assertThat(visit.waited()).isZero();
            assertThat(visit.talked()).isEqualTo(Duration.ofMinutes(5));
        });
    }

    @Test
    void onlyTimeWithAHostIsTalkAndWhatIsHeldIsNot(PublishedEvents events) {
        PeerSession session = live();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(10));
        left(session, DEVI);
        callerComes(session, BIKASH);
        clock.pass(Duration.ofMinutes(2));
        joined(session, DEVI);
        clock.pass(Duration.ofMinutes(5));
        hungUp(DEVI);
        clock.pass(Duration.ofMinutes(1));
        hungUp(ASHA);
        hungUp(BIKASH);
        assertThat(visits(events)).extracting(VisitEnded::waited).containsExactly(Duration.ZERO, Duration.ofMinutes(2));
        assertThat(visits(events)).extracting(VisitEnded::talked).containsExactly(Duration.ofMinutes(15),
                Duration.ofMinutes(5));
    }

    @Test
    void whoGaveUpBeforeTheHostCameAbandonedTheCall(PublishedEvents events) {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(3));
        hungUp(ASHA);
        assertThat(visits(events)).singleElement().satisfies(visit -> {
            assertThat(visit.abandoned()).isTrue();
            assertThat(visit.waited()).isEqualTo(Duration.ofMinutes(3));
        });
    }

    @Test
    void whomNobodyCameForDidNotAbandonIt(PublishedEvents events) {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        sessions.cancelNoHost(session.id());
        assertThat(visits(events)).singleElement().satisfies(visit -> {
            assertThat(visit.abandoned()).isFalse();
            assertThat(visit.outcome()).isEqualTo(Outcome.CANCELLED);
        });
    }

    @Test
    void aVisitIsToldOnceAndAGroupOnceItEnds(PublishedEvents events) {
        PeerSession session = live();
        callerComes(session, ASHA);
        callerComes(session, BIKASH);
        sessions.leave(BIKASH, Outcome.LEFT);
        clock.pass(Duration.ofMinutes(50));
        sessions.end(session.id());
        sessions.leave(ASHA, Outcome.LEFT);
        hungUp(new CallId("bikash.1"));
        assertThat(visits(events)).extracting(VisitEnded::call).containsExactlyInAnyOrder(ASHA.value(),
                BIKASH.value());
        assertThat(events.ofType(GroupEnded.class)).singleElement().satisfies(group -> {
            assertThat(group.lasted()).isEqualTo(Duration.ofMinutes(50));
            assertThat(group.capacity()).isEqualTo(SessionPlan.USUAL_CAPACITY);
        });
    }

    private static List<VisitEnded> visits(PublishedEvents events) {
        List<VisitEnded> visits = new ArrayList<>();
        events.ofType(VisitEnded.class).matching(visit -> visit.role() == Seat.Role.CALLER).forEach(visits::add);
        return visits;
    }
}
