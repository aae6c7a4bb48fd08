package np.saathi.session;

import static np.saathi.session.SessionState.CANCELLED;
import static np.saathi.session.SessionState.ENDED;
import static np.saathi.session.SessionState.HELD;
import static np.saathi.session.SessionState.LIVE;
import static np.saathi.session.SessionState.SCHEDULED;
import static np.saathi.session.SessionState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.util.ReflectionTestUtils;

import np.saathi.dev.DefaultProperties;
import np.saathi.operation.OperatingSettings;
import np.saathi.operation.OperatingSettings.LateHost;
import np.saathi.prompt.Language;

class PeerSessionTests {
    private static final Instant START = Instant.parse("2030-01-01T10:00:00Z");
    private static final SessionProperties TIMES = DefaultProperties.of(SessionProperties.class);
    private static final LateHost LATE = OperatingSettings.DEFAULT.lateHost();

    /** A step, and where it leads from each state that allows it. */
    private record Step(String name, Consumer<PeerSession> take, Map<SessionState, SessionState> allowed) {}

    private static final List<Step> STEPS = List.of( //
            new Step("open", session -> session.open(START), Map.of(SCHEDULED, WAITING)), //
            new Step("host is in", session -> session.hostIsIn(List.of(), START), Map.of(WAITING, LIVE, HELD, LIVE)), //
            new Step("hold", session -> session.hold(List.of(), START), Map.of(LIVE, HELD)), //
            new Step("end", session -> session.end(List.of(), START), Map.of(WAITING, ENDED, LIVE, ENDED, HELD, ENDED)), //
            new Step("cancel", session -> session.cancel(CancelReason.NO_HOST, List.of(), START),
                    Map.of(SCHEDULED, CANCELLED, WAITING, CANCELLED)));

    /** Every step from every state: exactly the allowed ones are taken. */
    @TestFactory
    List<DynamicTest> takesExactlyTheAllowedSteps() {
        return STEPS.stream().flatMap(step -> Stream.of(SessionState.values())
                .map(from -> DynamicTest.dynamicTest(from + ", " + step.name(), () -> takes(step, from)))).toList();
    }

    private static void takes(Step step, SessionState from) {
        PeerSession session = in(from);
        SessionState to = step.allowed().get(from);
        if (to == null) {
            assertThatThrownBy(() -> step.take().accept(session)).isInstanceOf(IllegalStateException.class);
            assertThat(session.state()).isEqualTo(from);
        } else {
            step.take().accept(session);
            assertThat(session.state()).isEqualTo(to);
        }
    }

    @Test
    void callersMayComeTenMinutesBeforeTheStart() {
        assertThat(in(SCHEDULED).due(START.minusSeconds(601), TIMES, LATE)).isEmpty();
        assertThat(in(SCHEDULED).due(START.minusSeconds(600), TIMES, LATE)).contains(PeerSession.Due.OPEN);
    }

    @Test
    void withoutAHostItIsGivenUpFifteenMinutesAfterTheStart() {
        assertThat(in(WAITING).due(START.plusSeconds(899), TIMES, LATE)).contains(PeerSession.Due.TELL_LATE);
        assertThat(in(WAITING).due(START.plusSeconds(900), TIMES, LATE)).contains(PeerSession.Due.NO_HOST);
        assertThat(in(SCHEDULED).due(START.plusSeconds(900), TIMES, LATE)).contains(PeerSession.Due.NO_HOST);
    }

    @Test
    void whoWaitsIsToldOnceAfterFiveMinutesThatTheHostIsLate() {
        PeerSession session = in(WAITING);
        assertThat(session.due(START.plusSeconds(299), TIMES, LATE)).isEmpty();
        assertThat(session.due(START.plusSeconds(300), TIMES, LATE)).contains(PeerSession.Due.TELL_LATE);
        session.tellLate(List.of(), START.plusSeconds(300));
        assertThat(session.due(START.plusSeconds(301), TIMES, LATE)).isEmpty();
        assertThat(session.hostIsLate()).isTrue();
        session.hostIsIn(List.of(), START.plusSeconds(400));
        assertThat(session.hostIsLate()).isFalse();
    }

    @Test
    void aLostHostIsRememberedUnlessTheSessionWasEndedByWill() {
        PeerSession lost = in(HELD);
        lost.endForLostHost(List.of(), START);
        assertThat(lost.hostWasLost()).isTrue();
        PeerSession ended = in(HELD);
        ended.end(List.of(), START);
        assertThat(ended.hostWasLost()).isFalse();
    }

    @Test
    void aLostHostIsAwaitedThreeMinutes() {
        assertThat(in(HELD).due(START.plusSeconds(179), TIMES, LATE)).isEmpty();
        assertThat(in(HELD).due(START.plusSeconds(180), TIMES, LATE)).contains(PeerSession.Due.HOST_LOST);
    }

    @Test
    void itEndsByItselfFiveMinutesOverTime() {
        Instant end = START.plus(Duration.ofMinutes(60));
        assertThat(in(LIVE).due(end.plusSeconds(299), TIMES, LATE)).isEmpty();
        assertThat(in(LIVE).due(end.plusSeconds(300), TIMES, LATE)).contains(PeerSession.Due.END);
    }

    @Test
    void aPlanNeedsSeatsOfOneDigitAndWholeMinutes() {
        assertThatThrownBy(() -> plan(10, Duration.ofMinutes(60))).hasMessageContaining("1 to 9");
        assertThatThrownBy(() -> plan(0, Duration.ofMinutes(60))).hasMessageContaining("1 to 9");
        assertThatThrownBy(() -> plan(8, Duration.ofSeconds(90))).hasMessageContaining("whole minutes");
    }

    private static SessionPlan plan(int capacity, Duration duration) {
        return new SessionPlan("stress", Language.NEPALI, "Stress", START, duration, capacity, Set.of());
    }

    private static PeerSession in(SessionState state) {
        PeerSession session = PeerSession.planned(plan(8, Duration.ofMinutes(60)));
        ReflectionTestUtils.setField(session, "id", 1L);
        switch (state) {
            case SCHEDULED -> {
            }
            case WAITING -> session.open(START);
            case LIVE -> {
                session.open(START);
                session.hostIsIn(List.of(), START);
            }
            case HELD -> {
                session.open(START);
                session.hostIsIn(List.of(), START);
                session.hold(List.of(), START);
            }
            case ENDED -> {
                session.open(START);
                session.end(List.of(), START);
            }
            case CANCELLED -> session.cancel(CancelReason.NO_HOST, List.of(), START);
        }
        return session;
    }
}
