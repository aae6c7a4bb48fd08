package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.prompt.Language;
import np.saathi.session.ModerationRefused.Why;
import np.saathi.telephony.CallId;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;

/** Somebody from the duty roster in a room. */
class DutyInRoomTests extends SessionModuleTest {
    private static final CallId ON_DUTY = new CallId("duty.1");
    @Autowired
    Moderation moderation;
    @Autowired
    JdbcClient database;

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

    @Test
    void whoIsOnDutyTakesTheRoomItsHostIsOutTheCallersAreToldAndItGoesOn() {
        PeerSession session = liveWithDuty();
        assertThat(moderation.takeOver(session.id(), maya())).isTrue();
        assertThat(rooms.orders()).containsExactly("take out devi.1 REMOVED", "make sure of asha.1 ne room.taken",
                "make sure of bikash.1 ne room.taken");
        assertThat(last(DEVI).outcome()).contains(Outcome.REMOVED);
        left(session, DEVI);
        clock.pass(Duration.ofMinutes(4));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(rooms.orders()).isEmpty();
        assertThat(acts(session)).containsExactly("TAKE by who is on duty");

        hungUp(ON_DUTY); // then it is as with any host who is lost
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
        clock.pass(Duration.ofMinutes(4));
        sessionClock.tick();
        assertThat(again(session).hostWasLost()).isTrue();
    }

    @Test
    void whoseRoomWasTakenDoesNotComeBackIntoItByAnyCallNorModeratesIt() {
        PeerSession session = liveWithDuty();
        assertThat(moderation.takeOver(session.id(), maya())).isTrue();
        assertThat(sessions.isTakenFrom(session.id(), devi)).isTrue();
        for (CallId call : new CallId[]{DEVI, new CallId("devi.2")}) {
            assertThat(sessions.takeHostSeat(session.id(), devi, call)).isEmpty();
        }
        assertThatThrownBy(() -> moderation.end(session.id(), Moderator.account(devi)))
                .isInstanceOfSatisfying(ModerationRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.TAKEN_OVER));
        assertThat(sessions.takeHostSeat(waiting().id(), devi, DEVI)).as("another session").isPresent();
    }

    @Test
    void anotherSessionOfTheirsIsToHostBeforeTheOneThatWasTakenFromThem() {
        PeerSession session = liveWithDuty();
        assertThat(moderation.takeOver(session.id(), maya())).isTrue();
        assertThat(sessions.toHost(devi)).as("to be told why not").map(PeerSession::id).contains(session.id());
        PeerSession next = waiting();
        assertThat(sessions.toHost(devi)).map(PeerSession::id).contains(next.id());
    }

    @Test
    void aHostOnTheCrisisPathIsNotDisturbedThereAndFindsTheRoomTaken() {
        PeerSession session = liveWithDuty();
        left(session, DEVI);
        rooms.orders();
        assertThat(moderation.takeOver(session.id(), maya())).isTrue();
        assertThat(rooms.orders()).noneMatch(order -> order.startsWith("take out"));
        assertThat(last(DEVI).outcome()).contains(Outcome.REMOVED);
    }

    @Test
    void withNoHostThereNothingIsTaken() {
        PeerSession session = liveWithDuty();
        hungUp(DEVI);
        rooms.orders();
        assertThat(moderation.takeOver(session.id(), maya())).isFalse();
        assertThat(rooms.orders()).isEmpty();
        assertThat(acts(session)).isEmpty();
    }

    @Test
    void aHostTakesNoRoomFromAnother() {
        PeerSession session = liveWithDuty();
        assertThatThrownBy(() -> moderation.takeOver(session.id(), Moderator.account(devi)))
                .isInstanceOf(ModerationRefused.class);
        assertThat(rooms.orders()).isEmpty();
        assertThat(last(DEVI).isOpen()).isTrue();
    }

    @Test
    void withoutALinkNoRoomIsTaken() {
        PeerSession session = liveWithDuty();
        rooms.linked(false);
        assertThatThrownBy(() -> moderation.takeOver(session.id(), maya())).isInstanceOf(ExchangeUnreachable.class);
        assertThat(last(DEVI).isOpen()).isTrue();
        assertThat(acts(session)).isEmpty();
    }

    private Moderator maya() {
        return Moderator.of(last(ON_DUTY));
    }

    private List<String> acts(PeerSession session) {
        return database.sql("SELECT CONCAT(action, ' by ', COALESCE(account_id, 'who is on duty')) "
                + "FROM moderation_act WHERE session_id = ?").param(session.id()).query(String.class).list();
    }

    /** With Devi, Asha and Bikash. */
    private PeerSession liveWithDuty() {
        PeerSession session = live();
        callerComes(session, ASHA);
        callerComes(session, BIKASH);
        dutyComes(session);
        rooms.orders();
        return session;
    }

    private void dutyComes(PeerSession session) {
        var _ = sessions.takeDutySeat(session.id(), ON_DUTY, Language.NEPALI).orElseThrow();
        joined(session, ON_DUTY);
    }
}
