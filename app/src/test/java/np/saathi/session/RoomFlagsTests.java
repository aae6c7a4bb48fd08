package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import np.saathi.retention.Retention;
import np.saathi.session.RoomFlag.Kind;
import np.saathi.telephony.CallId;

/** Key 3 in a room: "something is wrong". */
@RecordApplicationEvents
class RoomFlagsTests extends SessionModuleTest {
    @Autowired
    RoomFlags flags;
    @Autowired
    RoomFlagRows flagRows;
    @Autowired
    ApplicationEvents events;

    @Test
    void theHostIsToldThatSomebodyIsTroubledAndNotWho() {
        PeerSession session = liveWithAsha();
        flags.raise(Kind.SOMEBODY, ASHA);
        assertThat(rooms.orders()).containsExactly("make sure of devi.1 ne host.troubled");
        assertThat(flags.list(false, 0, 10)).singleElement()
                .returns(session.id(), RoomFlag::sessionId).returns(Kind.SOMEBODY, RoomFlag::kind);
        assertThat(rows.dump()).contains("SOMEBODY");
    }

    @Test
    void ofTheHostOnlyTheDutyAdminIsTold() {
        PeerSession session = liveWithAsha();
        flags.raise(Kind.HOST, ASHA);
        assertThat(rooms.orders()).isEmpty();
        assertThat(events.stream(SessionEvent.HostComplainedOf.class)).singleElement()
                .returns(session.id(), SessionEvent.HostComplainedOf::sessionId);
    }

    @Test
    void whoTellsItAgainAtOnceAlarmsNobodyTwice() {
        liveWithAsha();
        flags.raise(Kind.SOMEBODY, ASHA);
        rooms.orders();
        clock.pass(Duration.ofSeconds(59));
        flags.raise(Kind.SOMEBODY, ASHA);
        assertThat(rooms.orders()).isEmpty();
        assertThat(flags.list(null, 0, 10)).singleElement().extracting(RoomFlag::times).isEqualTo(2);
        clock.pass(Duration.ofMinutes(1));
        flags.raise(Kind.SOMEBODY, ASHA);
        assertThat(rooms.orders()).hasSize(1);
        assertThat(flags.count(false)).isEqualTo(2);
    }

    @Test
    void aCallWithoutASeatTellsOfNoRoom() {
        flags.raise(Kind.HOST, new CallId("nobody.1"));
        assertThat(flags.count(null)).isZero();
        assertThat(events.stream(SessionEvent.HostComplainedOf.class)).isEmpty();
    }

    @Test
    void anAdminHandlesAFlagAsItWasSeen() {
        liveWithAsha();
        flags.raise(Kind.SOMEBODY, ASHA);
        RoomFlag seen = flags.list(false, 0, 10).getFirst();
        flags.raise(Kind.SOMEBODY, ASHA);
        assertThatThrownBy(() -> flags.handle(seen.id(), seen.version(), true, devi))
                .isInstanceOf(OptimisticLockingFailureException.class);
        RoomFlag now = flags.find(seen.id()).orElseThrow();
        assertThat(flags.handle(now.id(), now.version(), true, devi).handledBy()).isEqualTo(devi);
        assertThat(flags.count(false)).isZero();
        assertThat(flags.count(true)).isEqualTo(1);
        assertThat(flags.handle(now.id(), now.version() + 1, false, devi).handledAt()).isNull();
    }

    @Test
    void flagsAreForgottenAsReportsAre() {
        liveWithAsha();
        flags.raise(Kind.SOMEBODY, ASHA);
        clock.pass(Duration.ofDays(731));
        assertThat(flagRows.forget(clock.instant(), Retention.DEFAULT)).isEqualTo(1);
    }

    private PeerSession liveWithAsha() {
        PeerSession session = live();
        callerComes(session, ASHA);
        rooms.orders();
        return session;
    }
}
