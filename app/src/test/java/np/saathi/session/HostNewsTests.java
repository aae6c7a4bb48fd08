package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent;

/** What hosts are told while they lead a room, and what becomes of one who is not there. */
class HostNewsTests extends SessionModuleTest {
    @Autowired
    Moderation moderation;

    @Test
    void theHostHearsWhichSeatCameInAndWhichLeftWhileTheTalkGoesOn() {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        hostComes(session, DEVI);
        rooms.orders();
        callerComes(session, BIKASH);
        assertThat(rooms.orders()).contains("whisper devi.1 ne host.seat number.2 host.seat.in");
        sessions.leave(BIKASH, Outcome.LEFT);
        assertThat(rooms.orders()).contains("whisper devi.1 ne host.seat number.2 host.seat.out");
        hungUp(ASHA);
        assertThat(rooms.orders()).contains("whisper devi.1 ne host.seat number.1 host.seat.out");
    }

    @Test
    void theHostHearsOfASeatThatLeftThoughTheExchangeToldOfTheRoomFirst() {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        hostComes(session, DEVI);
        rooms.orders();
        left(session, ASHA);
        sessions.leave(ASHA, Outcome.LEFT);
        assertThat(rooms.orders()).containsOnlyOnce("whisper devi.1 ne host.seat number.1 host.seat.out");
    }

    @Test
    void tenMinutesBeforeTheEndHostsAreToldAndTwoMinutesBeforeItEverybody() {
        PeerSession session = live();
        callerComes(session, ASHA);
        passQuietly(Duration.ofMinutes(49));
        rooms.orders();
        clock.pass(Duration.ofMinutes(1));
        sessionClock.tick();
        sessionClock.tick();
        assertThat(rooms.orders()).containsOnlyOnce("make sure of devi.1 ne host.time.ten");
        passQuietly(Duration.ofMinutes(7));
        rooms.orders();
        clock.pass(Duration.ofMinutes(1));
        sessionClock.tick();
        sessionClock.tick();
        assertThat(rooms.orders()).containsOnlyOnce("make sure of devi.1 ne host.time.two")
                .containsOnlyOnce("whisper asha.1 ne room.ending");
        passQuietly(Duration.ofMinutes(3));
        assertThat(rooms.orders()).isEmpty();
    }

    @Test
    void afterMoreTimeItIsToldAgain() {
        PeerSession session = live();
        passQuietly(Duration.ofMinutes(58));
        sessionClock.tick();
        assertThat(rooms.orders()).contains("make sure of devi.1 ne host.time.two");
        moderation.extend(session.id(), Moderator.account(devi), 10);
        passQuietly(Duration.ofMinutes(2));
        sessionClock.tick();
        assertThat(rooms.orders()).contains("make sure of devi.1 ne host.time.ten");
    }

    @Test
    void aHostOfWhomNothingWasHeardForFiveMinutesIsAskedAndThenLost() {
        PeerSession session = live();
        callerComes(session, ASHA);
        rooms.orders();
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        sessionClock.tick();
        assertThat(rooms.orders()).isEmpty();
        clock.pass(Duration.ofMillis(1));
        sessionClock.tick();
        sessionClock.tick();
        assertThat(rooms.orders()).containsExactly("whisper devi.1 ne host.silent.ask");
        clock.pass(Duration.ofSeconds(30));
        sessionClock.tick();
        assertThat(rooms.orders()).containsExactlyInAnyOrder("take out devi.1 SILENT",
                "whisper asha.1 ne room.held");
        assertThat(last(DEVI).outcome()).contains(Outcome.SILENT);
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
    }

    @Test
    void aKeyOrAWordIsASignOfLife() {
        live();
        clock.pass(Duration.ofMinutes(5));
        sessionClock.tick();
        sessions.signOf(DEVI);
        clock.pass(Duration.ofSeconds(40));
        sessionClock.tick();
        assertThat(last(DEVI).isOpen()).isTrue();
        clock.pass(Duration.ofMinutes(4));
        talks(true);
        talks(false);
        rooms.orders();
        clock.pass(Duration.ofMinutes(4));
        sessionClock.tick();
        assertThat(rooms.orders()).isEmpty();
    }

    @Test
    void whoTalksOnAndOnWithoutAPauseIsNotSilent() {
        live();
        talks(true);
        clock.pass(Duration.ofMinutes(20));
        sessionClock.tick();
        assertThat(rooms.orders()).isEmpty();
        talks(false);
    }

    @Test
    void withACoHostTheTalkGoesOnWhenOneIsSilentAndIsHeldWhenBothAreGone() {
        PeerSession session = live();
        CallId ekta = new CallId("ekta.1");
        var _ = sessions.takeDutySeat(session.id(), ekta, session.language()).orElseThrow();
        joined(session, ekta);
        clock.pass(Duration.ofMinutes(5));
        sessions.signOf(ekta);
        sessionClock.tick();
        clock.pass(Duration.ofSeconds(30));
        sessionClock.tick();
        assertThat(last(DEVI).outcome()).contains(Outcome.SILENT);
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        hungUp(ekta);
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
    }

    private void talks(boolean talking) {
        exchange.publishEvent(
                new TelephonyEvent.TalkingChanged(DEVI, again(sessions.sessionOf(DEVI).orElseThrow()).room(), talking,
                        clock.instant()));
    }

    /** The host is heard every now and then. */
    private void passQuietly(Duration time) {
        clock.pass(time);
        sessions.signOf(DEVI);
    }
}
