package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.TelephonyEvent;

/** What time alone does to callers in rooms, and what becomes of a seat whose call was cut. */
class SeatClockTests extends SessionModuleTest {
    private static final PhoneNumber ASHAS_PHONE = PhoneNumber.parse("9841000001").orElseThrow();
    @Autowired
    Callers callers;

    @Test
    void whoWaitsHearsEveryThreeMinutesHowLongItHasBeen() {
        PeerSession session = planned(Duration.ofMinutes(9));
        sessionClock.tick();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(3).minusMillis(1));
        sessionClock.tick();
        assertThat(rooms.orders()).isEmpty();
        clock.pass(Duration.ofMillis(1));
        sessionClock.tick();
        sessionClock.tick();
        assertThat(rooms.orders()).containsExactly(
                "whisper asha.1 ne waiting.minutes.before number.3 count.minute.many waiting.minutes.after");
        clock.pass(Duration.ofMinutes(3));
        sessionClock.tick();
        assertThat(rooms.orders()).singleElement().asString().contains("number.6");
    }

    @Test
    void whoWaitsIsToldOnceThatTheHostIsLate() {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(5));
        sessionClock.tick();
        sessionClock.tick();
        assertThat(rooms.orders()).containsOnlyOnce("whisper asha.1 ne waiting.late");
        assertThat(again(session).hostIsLate()).isTrue();
    }

    @Test
    void nobodyWaitsForMoreThanFifteenMinutes() {
        PeerSession session = planned(Duration.ofMinutes(9));
        sessionClock.tick();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(15));
        rooms.orders();
        sessionClock.tick();
        assertThat(rooms.orders()).contains("take out asha.1 TIME_UP");
        assertThat(last(ASHA).outcome()).contains(Outcome.TIME_UP);
        assertThat(again(session).state()).isEqualTo(SessionState.WAITING);
    }

    @Test
    void withoutALinkTheSeatIsKeptUntilTheyCanBeTakenOut() {
        PeerSession session = planned(Duration.ofMinutes(9));
        sessionClock.tick();
        callerComes(session, ASHA);
        clock.pass(Duration.ofMinutes(15));
        rooms.linked(false);
        sessionClock.tick();
        assertThat(last(ASHA).isOpen()).isTrue();
        rooms.linked(true);
        sessionClock.tick();
        assertThat(last(ASHA).outcome()).contains(Outcome.TIME_UP);
    }

    @Test
    void aCallIsToldItsEndTwoMinutesBeforeAndThenLeadsOutOfTheRoom() {
        CallId asha = new CallId(clock.instant().getEpochSecond() + ".12");
        clock.pass(Duration.ofMinutes(70));
        PeerSession session = live();
        callerComes(session, asha);
        rooms.orders();
        clock.pass(Duration.ofMinutes(48));
        sessionClock.tick();
        sessionClock.tick();
        assertThat(ordersFor(asha)).containsExactly("make sure of " + asha + " ne call.ending");
        clock.pass(Duration.ofMinutes(2));
        sessionClock.tick();
        assertThat(ordersFor(asha)).containsExactly("take out " + asha + " TIME_UP");
        assertThat(last(asha).outcome()).contains(Outcome.TIME_UP);
    }

    @Test
    void aCutCallFindsItsSeatAgainWithVoiceAndHand() {
        PeerSession session = live();
        Caller asha = callers.remember(ASHAS_PHONE, Language.NEPALI);
        callerComes(session, BIKASH);
        sit(session, asha, ASHA);
        joined(session, ASHA);
        sessions.raiseHand(BIKASH);
        sessions.raiseHand(ASHA);
        sessions.muted(ASHA, true);
        hungUp(ASHA);
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        CallId back = new CallId("asha.2");
        Participant lost = sessions.lostSeat(asha, back).orElseThrow();
        Participant again = sessions.takeSeatAgain(lost, back, Language.NEPALI).orElseThrow();
        assertThat(again.seat()).isEqualTo(2);
        assertThat(last(back).muted()).isTrue();
        assertThat(last(back).handRaisedSince()).isEqualTo(lost.handRaisedSince()).isPresent();
        assertThat(sessions.raiseHand(back)).as("its place in the queue").isEqualTo(2);
        assertThat(sessions.lostSeat(asha, new CallId("asha.3"))).as("that call may be cut, too").isPresent();
    }

    @Test
    void aCallThatIsStillThereGivesTheSeatUpToTheNewOneAndIsLedOut() {
        PeerSession session = live();
        Caller asha = callers.remember(ASHAS_PHONE, Language.NEPALI);
        sit(session, asha, ASHA);
        joined(session, ASHA);
        rooms.orders();
        CallId back = new CallId("asha.2");
        Participant lost = sessions.lostSeat(asha, back).orElseThrow();
        assertThat(sessions.takeSeatAgain(lost, back, Language.NEPALI)).map(Participant::seat).contains(1);
        assertThat(rooms.orders()).contains("take out asha.1 ELSEWHERE");
        assertThat(last(ASHA).outcome()).contains(Outcome.ELSEWHERE);
    }

    @Test
    void aSeatIsNotOfferedAfterFiveMinutesNorToWhoLeft() {
        PeerSession session = live();
        Caller asha = callers.remember(ASHAS_PHONE, Language.NEPALI);
        sit(session, asha, ASHA);
        hungUp(ASHA);
        clock.pass(Duration.ofMinutes(5));
        assertThat(sessions.lostSeat(asha, BIKASH)).isEmpty();
        sit(session, asha, ASHA);
        sessions.leave(ASHA, Outcome.LEFT);
        assertThat(sessions.lostSeat(asha, BIKASH)).isEmpty();
        assertThat(sessions.lostSeat(Caller.unknown(Language.NEPALI), BIKASH)).isEmpty();
    }

    @Test
    void timeInRoomsIsCountedFromTheDaysBeginningAndGoesOnWhileSomebodyIsIn() {
        PeerSession session = live();
        Caller asha = callers.remember(ASHAS_PHONE, Language.NEPALI);
        assertThat(sessions.knowsRooms(asha, BIKASH)).isFalse();
        sit(session, asha, ASHA);
        joined(session, ASHA);
        clock.pass(Duration.ofMinutes(30));
        sessions.leave(ASHA, Outcome.LEFT);
        sit(session, asha, BIKASH);
        joined(session, BIKASH);
        clock.pass(Duration.ofMinutes(20));
        assertThat(sessions.timeInRooms(asha.account().orElseThrow(), clock.instant().minusSeconds(86_400)))
                .isEqualTo(Duration.ofMinutes(50));
        assertThat(sessions.timeInRooms(asha.account().orElseThrow(), clock.instant().minusSeconds(600)))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(sessions.knowsRooms(asha, new CallId("new.1"))).isTrue();
    }

    @Test
    void theNextSessionIsTheEarliestThatIsNotOpenYet() {
        waiting();
        planned(Duration.ofHours(30));
        PeerSession next = planned(Duration.ofHours(3));
        planned(Duration.ofHours(1), Language.ENGLISH);
        assertThat(sessions.next(Language.NEPALI)).map(PeerSession::id).contains(next.id());
    }

    @Test
    void aDisguisedCallerSitsDisguised() {
        PeerSession session = waiting();
        Caller asha = callers.remember(ASHAS_PHONE, Language.NEPALI);
        callers.disguises(asha, true);
        Caller known = callers.known(Optional.of(ASHAS_PHONE)).orElseThrow();
        assertThat(known.disguised()).isTrue();
        sit(session, known, ASHA);
        assertThat(last(ASHA).disguised()).isTrue();
    }

    @Test
    void theWordAboutLongTalkIsDueOnceADay() {
        var asha = callers.remember(ASHAS_PHONE, Language.NEPALI).account().orElseThrow();
        var today = java.time.LocalDate.parse("2030-01-01");
        assertThat(callers.toBeToldOfTalk(asha, today)).isTrue();
        assertThat(callers.toBeToldOfTalk(asha, today)).isFalse();
        assertThat(callers.toBeToldOfTalk(asha, today.plusDays(1))).isTrue();
    }

    @Test
    void aHostThatNeverCameBackIsRemembered() {
        PeerSession session = live();
        left(session, DEVI);
        clock.pass(Duration.ofMinutes(3));
        sessionClock.tick();
        assertThat(again(session).hostWasLost()).isTrue();
        PeerSession other = live();
        exchange.publishEvent(new TelephonyEvent.Left(DEVI, other.room(), clock.instant()));
        sessions.end(other.id());
        assertThat(again(other).hostWasLost()).isFalse();
    }

    private void sit(PeerSession session, Caller caller, CallId call) {
        assertThat(sessions.takeSeat(session.id(), caller, call, Language.NEPALI)).isPresent();
    }

    /** Without what the long silence of the host calls for. */
    private List<String> ordersFor(CallId call) {
        return rooms.orders().stream().filter(order -> order.contains(call.toString())).toList();
    }
}
