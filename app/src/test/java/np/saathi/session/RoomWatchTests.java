package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.Seat;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.volunteer.Training;

class RoomWatchTests extends SessionModuleTest {

    @Test
    void aHostInTheRoomMakesItLive() {
        PeerSession session = waiting();
        var _ = sessions.takeHostSeat(session.id(), devi, DEVI).orElseThrow();
        assertThat(again(session).state()).as("signed in, not yet in the room").isEqualTo(SessionState.WAITING);
        joined(session, DEVI);
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(again(session).liveSince()).contains(clock.instant());
    }

    @Test
    void aLostHostHoldsTheRoomAndAReturningOneResumesIt() {
        PeerSession session = live();
        clock.pass(Duration.ofMinutes(5));
        left(session, DEVI);
        hungUp(DEVI);
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
        assertThat(again(session).heldSince()).contains(clock.instant());
        assertThat(last(DEVI).outcome()).contains(Outcome.DROPPED);
        hostComes(session, new CallId("devi.2"));
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(again(session).heldSince()).isEmpty();
    }

    @Test
    void whileASecondHostIsInTheRoomGoesOn() {
        AccountId ekta = volunteer(Training.CERTIFIED);
        PeerSession session = hostedBy(devi, ekta);
        hostComes(session, DEVI);
        comesAs(Seat.Role.HOST, session, ekta, new CallId("ekta.1"));
        left(session, DEVI);
        hungUp(DEVI);
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aHostWhoComesInByAnotherPhoneIsTakenOutOfTheFirstAndTheRoomIsNeverHeld() {
        PeerSession session = live();
        callerComes(session, ASHA);
        rooms.orders();
        CallId second = new CallId("devi.2");
        hostComes(session, second);
        assertThat(rooms.orders()).containsExactly("take out " + DEVI + " ELSEWHERE");
        assertThat(last(DEVI).outcome()).contains(Outcome.ELSEWHERE);
        left(session, DEVI);
        hungUp(DEVI);
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(rooms.orders()).as("callers are told nothing").isEmpty();
        assertThat(last(second).isOpen()).isTrue();
    }

    @Test
    void ofTwoCallsOfAHostAtOnceTheOneThatComesInLaterIsTakenOutWhenItHasNoSeatAnyMore() {
        PeerSession session = waiting();
        CallId second = new CallId("devi.2");
        var _ = sessions.takeHostSeat(session.id(), devi, DEVI).orElseThrow();
        var _ = sessions.takeHostSeat(session.id(), devi, second).orElseThrow();
        assertThat(sessions.isThereByAnotherCall(session.id(), devi, DEVI)).isTrue();
        joined(session, second);
        joined(session, DEVI);
        assertThat(rooms.orders()).containsExactly("take out " + DEVI + " ELSEWHERE");
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(sessions.isThereByAnotherCall(session.id(), devi, second)).isFalse();
    }

    @Test
    void whoIsRemovedOnTheWayInIsTakenOutWhenTheyAreIn() {
        PeerSession session = live();
        var _ = sit(session, ASHA);
        sessions.leave(ASHA, Outcome.REMOVED);
        rooms.orders();
        joined(session, ASHA);
        assertThat(rooms.orders()).containsExactly("take out asha.1 REMOVED");
    }

    @Test
    void bothCallsOfAHostFoundBySnapshotLeaveOneInTheRoom() {
        PeerSession session = waiting();
        CallId second = new CallId("devi.2");
        var _ = sessions.takeHostSeat(session.id(), devi, DEVI).orElseThrow();
        var _ = sessions.takeHostSeat(session.id(), devi, second).orElseThrow();
        clock.pass(Duration.ofSeconds(1));
        snapshot(clock.instant().minusSeconds(600), Set.of(DEVI, second),
                Map.of(session.room(), Set.of(DEVI, second)));
        assertThat(rooms.orders()).containsExactly("take out " + second + " ELSEWHERE");
        assertThat(last(DEVI).isOpen()).isTrue();
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aCoachedVolunteerAloneOpensNothingAndHoldsNothingOpen() {
        AccountId chitra = volunteer(Training.COACHED);
        PeerSession session = hostedBy(devi, chitra);
        comesAs(Seat.Role.COACHED, session, chitra, new CallId("chitra.1"));
        assertThat(again(session).state()).isEqualTo(SessionState.WAITING);
        hostComes(session, DEVI);
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(rooms.orders()).containsExactly("whisper chitra.1 ne room.open");
        hungUp(DEVI);
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
    }

    @Test
    void aTraineeWhoListensIsMutedAndCountsAsNobody() {
        AccountId tara = volunteer(Training.TRAINEE);
        PeerSession session = hostedBy(devi, tara);
        CallId listening = new CallId("tara.1");
        comesAs(Seat.Role.LISTENER, session, tara, listening);
        assertThat(again(session).state()).isEqualTo(SessionState.WAITING);
        assertThat(last(listening).muted()).isTrue();
        callerComes(session, ASHA);
        hostComes(session, DEVI);
        assertThat(rooms.orders()).contains("whisper " + ASHA + " ne room.open")
                .noneMatch(order -> order.contains("tara"));
    }

    @Test
    void whoIsHeardByATraineeTooIsNotToldThatTheHostAloneIsThere() {
        AccountId tara = volunteer(Training.TRAINEE);
        PeerSession session = hostedBy(devi, tara);
        CallId listening = new CallId("tara.1");
        comesAs(Seat.Role.LISTENER, session, tara, listening);
        callerComes(session, ASHA);
        hostComes(session, DEVI);
        assertThat(rooms.orders()).noneMatch(order -> order.endsWith("room.alone"));
        left(session, listening);
        assertThat(rooms.orders()).contains("whisper " + ASHA + " ne room.alone");
    }

    private AccountId volunteer(Training training) {
        return volunteers.register(new Pin("4829"), training, Set.of(Language.NEPALI), Set.of("stress")).account();
    }

    private PeerSession hostedBy(AccountId... hosts) {
        PeerSession session = sessions.plan(new SessionPlan("stress", Language.NEPALI, "Stress", clock.instant(),
                Duration.ofMinutes(60), SessionPlan.USUAL_CAPACITY, Set.of(hosts)));
        sessionClock.tick();
        return again(session);
    }

    private void comesAs(Seat.Role role, PeerSession session, AccountId volunteer, CallId call) {
        var _ = sessions.takeVolunteerSeat(session.id(), volunteer, call, role).orElseThrow();
        joined(session, call);
    }

    @Test
    void aHangUpInASeatIsDropped() {
        PeerSession session = live();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(1));
        left(session, ASHA);
        hungUp(ASHA);
        assertThat(last(ASHA).outcome()).contains(Outcome.DROPPED);
        assertThat(last(ASHA).leftAt()).contains(clock.instant());
    }

    @Test
    void theFirstOutcomeIsTheTrueOne() {
        PeerSession session = live();
        callerComes(session, ASHA);
        left(session, ASHA);
        sessions.leave(ASHA, Outcome.LEFT);
        hungUp(ASHA);
        sessions.leave(ASHA, Outcome.REMOVED);
        assertThat(last(ASHA).outcome()).contains(Outcome.LEFT);
    }

    @Test
    void whoHangsUpAfterTheEndWasNotDropped() {
        PeerSession session = live();
        callerComes(session, ASHA);
        sessions.end(session.id());
        left(session, ASHA);
        hungUp(ASHA);
        assertThat(last(ASHA).outcome()).contains(Outcome.ENDED);
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
    }

    @Test
    void strangersAndForeignRoomsChangeNothing() {
        PeerSession session = live();
        joined(session, new CallId("whisper.1"));
        exchange.publishEvent(new TelephonyEvent.Joined(ASHA, Room.random(), clock.instant()));
        hungUp(new CallId("nobody.1"));
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(rows.in("participant")).isOne();
    }

    @Test
    void aLostLinkChangesNothing() {
        PeerSession session = live();
        exchange.publishEvent(new TelephonyEvent.LinkLost(clock.instant()));
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(last(DEVI).isOpen()).isTrue();
    }

    @Test
    void aSnapshotKeepsWhoIsThere() {
        PeerSession session = live();
        callerComes(session, ASHA);
        Participant before = last(ASHA);
        clock.pass(Duration.ofSeconds(30));
        snapshot(longAgo(), Set.of(DEVI, ASHA), Map.of(session.room(), Set.of(DEVI, ASHA)));
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(last(ASHA)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void whoWentUnseenIsNotGuessedAt() {
        PeerSession session = live();
        callerComes(session, ASHA);
        clock.pass(Duration.ofSeconds(30));
        snapshot(longAgo(), Set.of(DEVI), Map.of(session.room(), Set.of(DEVI)));
        assertThat(last(ASHA).outcome()).contains(Outcome.UNSEEN);
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void aRestartOfTheExchangeDroppedWhoSatBefore() {
        PeerSession session = live();
        callerComes(session, ASHA);
        clock.pass(Duration.ofSeconds(30));
        snapshot(clock.instant().minusSeconds(5), Set.of(), Map.of());
        assertThat(last(ASHA).outcome()).contains(Outcome.DROPPED);
        assertThat(last(DEVI).outcome()).contains(Outcome.DROPPED);
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
    }

    @Test
    void aHostWhoWentAndOneWhoCameUnseenAreFoundBySnapshot() {
        PeerSession session = live();
        clock.pass(Duration.ofSeconds(30));
        snapshot(longAgo(), Set.of(DEVI), Map.of());
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
        assertThat(last(DEVI).isOpen()).as("the call is up: the seat is kept").isTrue();
        snapshot(longAgo(), Set.of(DEVI), Map.of(session.room(), Set.of(DEVI)));
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void whoSatDownAfterThePictureIsNotMissedInIt() {
        PeerSession session = waiting();
        Instant picture = clock.instant();
        clock.pass(Duration.ofMillis(5));
        sit(session, ASHA);
        exchange.publishEvent(new TelephonyEvent.Snapshot(longAgo(), Set.of(), Map.of(), picture));
        assertThat(last(ASHA).isOpen()).isTrue();
    }

    private Instant longAgo() {
        return clock.instant().minus(Duration.ofDays(3));
    }
}
