package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

class SessionClockTests extends SessionModuleTest {

    @Test
    void aSessionOpensTenMinutesBeforeItsStart() {
        PeerSession session = planned(Duration.ofMinutes(11));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.SCHEDULED);
        clock.pass(Duration.ofMinutes(1));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.WAITING);
    }

    @Test
    void aSessionWithoutAHostIsCancelledAndItsCallersAreToldSo() {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(15));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.CANCELLED);
        assertThat(again(session).cancelReason()).contains(CancelReason.NO_HOST);
        assertThat(last(ASHA).outcome()).contains(Outcome.CANCELLED);
        assertThat(rooms.orders()).containsExactly("take out asha.1 CANCELLED");
    }

    @Test
    void aHeldSessionEndsAfterThreeMinutes() {
        PeerSession session = live();
        left(session, DEVI);
        clock.pass(Duration.ofMinutes(3).minusMillis(1));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
        clock.pass(Duration.ofMillis(1));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
    }

    @Test
    void aSessionEndsByItselfFiveMinutesOverTime() {
        PeerSession session = live();
        clock.pass(Duration.ofMinutes(64));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        clock.pass(Duration.ofMinutes(1));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
        assertThat(again(session).endedAt()).contains(clock.instant());
    }

    @Test
    void instancesThatTickAtOnceDoEachThingOnce() throws Exception {
        PeerSession session = live();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(65));
        rooms.orders();
        Callable<Boolean> tick = () -> {
            sessionClock.tick();
            return true;
        };
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> instance : instances.invokeAll(Collections.nCopies(6, tick))) {
                assertThat(instance.get()).isTrue();
            }
        }
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
        assertThat(rooms.orders()).containsExactlyInAnyOrder("take out devi.1 ENDED", "take out asha.1 ENDED");
    }

    @Test
    void aCallOfTheHostAndTheClockMayEndItBoth() {
        PeerSession session = live();
        sessions.end(session.id());
        var ended = again(session).endedAt();
        clock.pass(Duration.ofMinutes(70));
        sessions.end(session.id());
        sessions.cancelNoHost(session.id());
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
        assertThat(again(session).endedAt()).isEqualTo(ended);
    }
}
