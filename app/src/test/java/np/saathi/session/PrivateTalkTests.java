package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.session.ModerationRefused.Why;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;
import np.saathi.telephony.TelephonyEvent;

/** Devi talks alone with Asha, who has seat 1; Bikash is in the room. */
class PrivateTalkTests extends SessionModuleTest {
    private static final CallId EKTA = new CallId("ekta.1");
    @Autowired
    PrivateTalks talks;
    private PeerSession session;

    @BeforeEach
    void deviHostsAshaAndBikash() {
        session = live();
        callerComes(session, ASHA);
        callerComes(session, BIKASH);
        rooms.orders();
    }

    @Test
    void bothBelongIntoARoomOfTheirOwnAndAreMovedThere() {
        talks.begin(DEVI, 1);
        assertThat(rooms.orders()).containsExactly("take out asha.1 MOVED", "take out devi.1 MOVED");
        assertThat(again(session).roomOf(last(ASHA))).isEqualTo(again(session).roomOf(last(DEVI)))
                .isNotEqualTo(session.room());
        assertThat(again(session).roomOf(last(BIKASH))).isEqualTo(session.room());
    }

    @Test
    void theOthersAreHeldAndToldWhyAndNotThatTheHostWasLost() {
        begin();
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
        assertThat(rooms.orders()).containsExactly("whisper bikash.1 ne room.held.talk");
    }

    @Test
    void withACoHostTheRoomGoesOn() {
        var _ = sessions.takeDutySeat(session.id(), EKTA, session.language()).orElseThrow();
        joined(session, EKTA);
        rooms.orders();
        begin();
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(rooms.orders()).doesNotContain("whisper bikash.1 ne room.held.talk");
    }

    @Test
    void seatHandAndMuteAreKept() {
        sessions.raiseHand(ASHA);
        sessions.muted(ASHA, true);
        begin();
        assertThat(sessions.seatOf(ASHA)).isPresent();
        end(DEVI);
        assertThat(last(ASHA).seat()).isEqualTo(1);
        assertThat(last(ASHA).muted()).isTrue();
        assertThat(last(ASHA).handRaisedSince()).isPresent();
        assertThat(last(ASHA).inRoom()).isTrue();
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void eitherOfThemEndsItForBoth() {
        begin();
        rooms.orders();
        talks.end(ASHA);
        assertThat(rooms.orders()).containsExactlyInAnyOrder("take out devi.1 MOVED", "take out asha.1 MOVED");
        assertThat(again(session).roomOf(last(ASHA))).isEqualTo(session.room());
        talks.end(DEVI);
        assertThat(rooms.orders()).as("twice is once").isEmpty();
    }

    @Test
    void afterFiveMinutesItEndsByItselfAndTheRoomIsNotGivenUpBefore() {
        begin();
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
        assertThat(again(session).hasTalk()).isTrue();
        rooms.orders();
        clock.pass(Duration.ofMillis(1));
        sessionClock.tick();
        assertThat(rooms.orders()).contains("take out devi.1 MOVED", "take out asha.1 MOVED");
        assertThat(again(session).hasTalk()).isFalse();
    }

    @Test
    void whoIsLeftBehindByACallThatEndedIsBroughtBack() {
        begin();
        rooms.orders();
        hungUp(ASHA);
        assertThat(rooms.orders()).containsExactly("take out devi.1 MOVED");
    }

    @Test
    void whoComesIntoATalkThatIsOverByThenIsBroughtBackAtOnce() {
        begin();
        Room aside = again(session).roomOf(last(DEVI));
        hungUp(ASHA);
        rooms.orders();
        exchange.publishEvent(new TelephonyEvent.Joined(DEVI, aside, clock.instant()));
        assertThat(rooms.orders()).containsExactly("take out devi.1 MOVED");
    }

    @Test
    void whoComesIntoTheirTalkStaysThere() {
        begin();
        Room aside = again(session).roomOf(last(DEVI));
        rooms.orders();
        exchange.publishEvent(new TelephonyEvent.Joined(DEVI, aside, clock.instant()));
        assertThat(rooms.orders()).isEmpty();
    }

    @Test
    void aHostLostInTheTalkIsALostHostFromThatMomentOn() {
        begin();
        clock.pass(Duration.ofMinutes(4));
        rooms.orders();
        hungUp(DEVI);
        assertThat(rooms.orders()).containsExactly("take out asha.1 MOVED");
        clock.pass(Duration.ofMinutes(3).minusMillis(1));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.HELD);
        clock.pass(Duration.ofMillis(1));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
    }

    @Test
    void whoAsksForHelpInTheTalkIsNotTouchedAndTheHostIsTold() {
        begin();
        rooms.orders();
        sessions.askedForHelp(ASHA);
        assertThat(rooms.orders()).containsExactlyInAnyOrder("take out devi.1 MOVED",
                "make sure of devi.1 ne host.seat number.1 host.seat.help");
        assertThat(sessions.seatOf(ASHA)).isPresent();
    }

    @Test
    void theEndOfTheGroupIsTheEndOfTheTalk() {
        begin();
        rooms.orders();
        sessions.end(session.id());
        assertThat(rooms.orders()).containsExactlyInAnyOrder("take out bikash.1 ENDED", "take out devi.1 ENDED",
                "take out asha.1 ENDED");
        assertThat(last(ASHA).outcome()).contains(Outcome.ENDED);
    }

    @Test
    void oneTalkAtATimeAndOnlyWithWhoIsThere() {
        refused(Why.SEAT_EMPTY, () -> talks.begin(DEVI, 7));
        refused(Why.NOT_THE_HOST, () -> talks.begin(ASHA, 2));
        left(session, BIKASH);
        refused(Why.SEAT_AWAY, () -> talks.begin(DEVI, 2));
        joined(session, BIKASH);
        var _ = sessions.takeDutySeat(session.id(), EKTA, session.language()).orElseThrow();
        joined(session, EKTA);
        begin();
        refused(Why.TALK_ON, () -> talks.begin(EKTA, 2));
    }

    @Test
    void withoutALinkNothingIsDone() {
        rooms.linked(false);
        assertThatThrownBy(() -> talks.begin(DEVI, 1)).isInstanceOf(ExchangeUnreachable.class);
        assertThat(again(session).hasTalk()).isFalse();
        assertThat(last(ASHA).inTalk()).isFalse();
    }

    @Test
    void theHostAloneHearsWhoWouldLikeToTalk() {
        talks.request(BIKASH);
        assertThat(rooms.orders()).containsExactly("make sure of devi.1 ne host.seat number.2 host.seat.talk");
    }

    private void begin() {
        talks.begin(DEVI, 1);
        rooms.orders();
        left(session, ASHA);
        left(session, DEVI);
    }

    private void end(CallId by) {
        talks.end(by);
        joined(session, DEVI);
        joined(session, ASHA);
    }

    private static void refused(Why why, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(ModerationRefused.class,
                refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
