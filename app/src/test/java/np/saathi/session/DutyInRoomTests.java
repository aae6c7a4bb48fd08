package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;

/** Somebody from the duty roster in a room. */
class DutyInRoomTests extends SessionModuleTest {
    private static final CallId ON_DUTY = new CallId("duty.1");

    @Test
    void whoIsOnDutyComesInBesideTheHostWhoIsTold() {
        PeerSession session = live();
        callerComes(session, ASHA);
        rooms.orders();
        dutyComes(session);
        assertThat(rooms.orders()).containsExactly("make sure of devi.1 ne host.duty.here",
                "make sure of asha.1 ne room.joined"); // she was told that she was alone
        assertThat(last(ON_DUTY).isFromDuty()).isTrue();
    }

    @Test
    void whoIsOnDutyHoldsTheRoomWhenTheHostIsLost() {
        PeerSession session = live();
        dutyComes(session);
        hungUp(DEVI);
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        hungUp(ON_DUTY);
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
    }

    @Test
    void theHostIsToldWhenNobodyOnDutyCame() {
        PeerSession session = live();
        callerComes(session, ASHA);
        rooms.orders();
        sessions.nobodyFromDuty(session.id());
        assertThat(rooms.orders()).containsExactly("make sure of devi.1 ne host.duty.nobody");
    }

    @Test
    void nobodyFromDutyComesIntoARoomThatHasNotBegunOrIsOver() {
        PeerSession waiting = waiting();
        assertThat(sessions.takeDutySeat(waiting.id(), ON_DUTY, Language.NEPALI)).isEmpty();
        PeerSession over = live();
        sessions.end(over.id());
        assertThat(sessions.takeDutySeat(over.id(), ON_DUTY, Language.NEPALI)).isEmpty();
    }

    private void dutyComes(PeerSession session) {
        var _ = sessions.takeDutySeat(session.id(), ON_DUTY, Language.NEPALI).orElseThrow();
        joined(session, ON_DUTY);
    }
}
