package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.TelephonyEvent;

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
        PeerSession session = live();
        hostComes(session, new CallId("devi.2"));
        left(session, DEVI);
        hungUp(DEVI);
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
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
