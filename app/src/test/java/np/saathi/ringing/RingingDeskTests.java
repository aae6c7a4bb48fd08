package np.saathi.ringing;

import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.ScriptedCaller.Ending;
import np.saathi.telephony.TelephonyEvent.Answer;
import np.saathi.telephony.TelephonyEvent.CallbackTaken;
import np.saathi.telephony.TelephonyEvent.HungUp;
import np.saathi.telephony.TelephonyEvent.RingOver;
import np.saathi.telephony.TelephonyEvent.Snapshot;

/** Who is rung, when, how often, and what is told of it: for every kind of call that the line places. */
@ModuleTest(with = {"identity", "account"})
@Import(PhonesRung.class)
class RingingDeskTests {
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String ASHA = "9779800000001";
    private static final String DEVI = "9779800000002";
    @Autowired
    Rings rings;
    @Autowired
    RingingDesk desk;
    @Autowired
    PhonesRung phones;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;

    @BeforeEach
    void nobodyWaits() {
        rows.delete();
        phones.forget();
        events.publishEvent(new Snapshot(clock.instant(), Set.of(), Map.of(), clock.instant().plus(WEEK)));
        clock.pass(Duration.ofMinutes(1)); // for the line's own limit
    }

    private static PhoneNumber number(String digits) {
        return PhoneNumber.parse("+" + digits).orElseThrow();
    }

    private String arranged(Purpose purpose, String subject, String digits) {
        Manner manner = purpose.isCallers() ? Manner.caller(PAUSE, WEEK) : Manner.once(Duration.ofSeconds(25));
        return rings.arrange(new RingWish(purpose, subject, Optional.empty(), number(digits), NEPALI, manner, true));
    }

    private void ends(String name, Answer answer) {
        events.publishEvent(new RingOver(name, answer, clock.instant()));
    }

    private Ring the(Purpose purpose, String subject) {
        return rings.of(purpose, subject).getLast();
    }

    private int numbersKept() {
        return rows.in("ring WHERE number_encrypted IS NOT NULL OR phone_hash IS NOT NULL");
    }

    @ParameterizedTest
    @CsvSource({"PICKED_UP,NO_KEY", "NO_ANSWER,NO_ANSWER", "BUSY,BUSY", "FAILED,FAILED"})
    void whatBecameOfATryIsToldAsItWas(Answer answer, RingOutcome outcome) {
        String name = arranged(Purpose.HOST, "7", DEVI);
        desk.ring();
        assertThat(the(Purpose.HOST, "7").outcome()).isEmpty();
        ends(name, answer);
        assertThat(the(Purpose.HOST, "7").outcome()).contains(outcome);
        assertThat(the(Purpose.HOST, "7").over()).isTrue();
        assertThat(numbersKept()).isZero();
    }

    @Test
    void keyOneIsAcceptedHoweverTheCallEndsLater() {
        String name = arranged(Purpose.DUTY, "3", DEVI);
        desk.ring();
        events.publishEvent(new CallbackTaken(name, clock.instant()));
        ends(name, Answer.PICKED_UP);
        assertThat(the(Purpose.DUTY, "3").accepted()).isTrue();
        assertThat(the(Purpose.DUTY, "3").over()).isTrue();
    }

    @Test
    void whatNobodySawIsNotGuessed() {
        arranged(Purpose.HOST, "7", DEVI);
        desk.ring();
        clock.pass(PAUSE);
        desk.ring();
        assertThat(the(Purpose.HOST, "7").outcome()).contains(RingOutcome.UNSEEN);
        assertThat(phones.rung()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Answer.class)
    void callersAreRungOnceAndTwiceMoreWhateverHappensThere(Answer answer) {
        String name = arranged(Purpose.GROUP, "7", ASHA);
        for (int tries = 1; tries <= 4; tries++) {
            desk.ring();
            desk.ring();
            assertThat(phones.rung()).hasSize(Math.min(tries, 3));
            ends(name, answer);
            clock.pass(PAUSE);
        }
        assertThat(numbersKept()).isZero();
        assertThat(the(Purpose.GROUP, "7").outcome()).contains(RingOutcome.of(answer));
        clock.pass(Duration.ofDays(1).plusSeconds(1));
        desk.ring();
        assertThat(rows.in("ring")).isZero();
    }

    @Test
    void oneIsRungAtATimeAndWhoIsInNeedFirst() {
        arranged(Purpose.GROUP, "7", ASHA);
        arranged(Purpose.HOST, "7", DEVI);
        arranged(Purpose.CRISIS, "now call-1", "9779800000003");
        arranged(Purpose.DUTY, "3", "9779800000004");
        for (int times = 0; times < 4; times++) {
            desk.ring();
            assertThat(phones.rung()).hasSize(times + 1);
        }
        assertThat(phones.rung()).extracting(call -> call.split(" ")[0]).containsExactly("CRISIS", "DUTY", "HOST",
                "GROUP");
    }

    @Test
    void whoWaitsForTheirTimeIsRungThenAndNotBefore() {
        rings.arrange(new RingWish(Purpose.GROUP, "7", Optional.empty(), number(ASHA), NEPALI,
                Manner.caller(PAUSE, WEEK), false));
        desk.ring();
        rings.due(Purpose.GROUP, "8");
        desk.ring();
        assertThat(phones.rung()).isEmpty();
        rings.due(Purpose.GROUP, "7");
        desk.ring();
        assertThat(phones.rung()).containsExactly("GROUP " + ASHA + " ne");
    }

    @Test
    void onePhoneIsRungOnceForOneThing() {
        arranged(Purpose.GROUP, "7", ASHA);
        arranged(Purpose.GROUP, "7", ASHA);
        desk.ring();
        desk.ring();
        assertThat(phones.rung()).hasSize(1);
    }

    @Autowired
    PhonesHere here;

    /** A call from this phone that began so long from now. */
    private CallId inCall(String digits, Duration fromNow) {
        CallId call = new CallId(clock.instant().plus(fromNow).getEpochSecond() + ".7");
        var _ = here.inCall(call, number(digits));
        return call;
    }

    @Test
    void whoCameByThemselvesIsNotRungAndTheWishEnds() {
        arranged(Purpose.GROUP, "7", ASHA);
        CallId call = inCall(ASHA, Duration.ofMinutes(1));
        clock.pass(Duration.ofMinutes(2));
        desk.ring();
        assertThat(phones.rung()).isEmpty();
        assertThat(the(Purpose.GROUP, "7").outcome()).contains(RingOutcome.IN_CALL);
        assertThat(numbersKept()).isZero();
        events.publishEvent(new HungUp(call, clock.instant()));
        clock.pass(PAUSE);
        desk.ring();
        assertThat(phones.rung()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GROUP", "CRISIS"})
    void whoIsStillInTheCallInWhichTheyAskedIsRungWhenItIsOver(Purpose purpose) {
        CallId call = inCall(ASHA, Duration.ofMinutes(-1));
        arranged(purpose, "7", ASHA);
        for (int i = 0; i < 3; i++) {
            desk.ring();
            clock.pass(Duration.ofSeconds(5));
        }
        assertThat(phones.rung()).isEmpty();
        events.publishEvent(new HungUp(call, clock.instant()));
        desk.ring();
        assertThat(phones.rung()).containsExactly(purpose + " " + ASHA + " ne");
        assertThat(the(purpose, "7").tries()).isOne();
    }

    @Test
    void whoAskedForHelpAndCalledAgainIsRungAfterThatCall() {
        arranged(Purpose.CRISIS, "now call-1", ASHA);
        inCall(ASHA, Duration.ofMinutes(1));
        clock.pass(Duration.ofMinutes(2));
        desk.ring();
        assertThat(phones.rung()).isEmpty();
        // nothing was heard of the call's end
        events.publishEvent(new Snapshot(clock.instant(), Set.of(), Map.of(), clock.instant().plusSeconds(60)));
        clock.pass(Duration.ofSeconds(5));
        desk.ring();
        assertThat(phones.rung()).containsExactly("CRISIS " + ASHA + " ne");
    }

    @Test
    void aHostWhoIsInACallHereIsNotRungAndTheNextOnesTurnComes() {
        arranged(Purpose.HOST, "7", DEVI);
        inCall(DEVI, Duration.ofMinutes(-1));
        desk.ring();
        assertThat(phones.rung()).isEmpty();
        assertThat(the(Purpose.HOST, "7").over()).isTrue();
    }

    @Test
    void onePhoneIsNotRungForTwoThingsAtOnce() {
        arranged(Purpose.GROUP, "7", ASHA);
        arranged(Purpose.GROUP, "8", ASHA);
        desk.ring();
        desk.ring();
        assertThat(phones.rung()).hasSize(1);
        ends(phones.last(), Answer.NO_ANSWER);
        desk.ring();
        assertThat(phones.rung()).hasSize(2);
    }

    @Test
    void keyThreeIsNeverAgainForWhateverWasArrangedOrWillBe() {
        String name = arranged(Purpose.GROUP, "7", ASHA);
        arranged(Purpose.CRISIS, "now call-1", ASHA);
        arranged(Purpose.GROUP, "7", "9779800000003");
        assertThat(whoPresses().noting("CALLBACK_NAME", name).calls(desk)).isEqualTo(Ending.DONE);
        assertThat(rings.mayRing(number(ASHA))).isFalse();
        assertThatThrownBy(() -> arranged(Purpose.GROUP, "9", ASHA)).isInstanceOf(IllegalArgumentException.class);
        desk.ring();
        desk.ring();
        assertThat(phones.rung()).containsExactly("GROUP 9779800000003 ne");
        assertThat(rows.dump()).doesNotContain(ASHA);
    }

    /** By a process that looked before, or a database that was put back. */
    @Test
    void neverIsAskedAgainRightBeforeTheCall() {
        String name = arranged(Purpose.GROUP, "7", ASHA);
        whoPresses().noting("CALLBACK_NAME", name).calls(desk);
        arrangedBehindItsBack();
        desk.ring();
        assertThat(phones.rung()).isEmpty();
        assertThat(the(Purpose.GROUP, "8").outcome()).contains(RingOutcome.NEVER);
        assertThat(numbersKept()).isZero();
    }

    @Autowired
    RingRows ringRows;

    private void arrangedBehindItsBack() {
        ringRows.add(new RingWish(Purpose.GROUP, "8", Optional.empty(), number(ASHA), NEPALI,
                Manner.caller(PAUSE, WEEK), true));
    }

    @Test
    void aCallOfWhichNothingIsKnownCanNotBeSilencedForEver() {
        assertThat(whoPresses().noting("CALLBACK_NAME", "unknown").calls(desk)).isEqualTo(Ending.DECLINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1145", "12025550100", "100"})
    void callersAreRungInNepalOnly(String digits) {
        assertThat(rings.mayRing(number(digits))).isFalse();
    }

    @Test
    void withoutALinkNoTryIsLost() {
        arranged(Purpose.HOST, "7", DEVI);
        phones.reachable(false);
        desk.ring();
        phones.reachable(true);
        clock.pass(Duration.ofSeconds(30));
        desk.ring();
        assertThat(phones.rung()).hasSize(1);
        assertThat(the(Purpose.HOST, "7").tries()).isOne();
    }

    @Test
    void whereOnlyTheReserveIsLeftACallWaitsAndNoTryIsLost() {
        arranged(Purpose.HOST, "7", DEVI);
        phones.full(true);
        for (int look = 0; look < 5; look++) {
            desk.ring();
            clock.pass(Duration.ofSeconds(5));
        }
        phones.full(false);
        desk.ring();
        assertThat(phones.rung()).hasSize(1);
        assertThat(the(Purpose.HOST, "7").tries()).isOne();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whileAnotherCallIsAtThatPhoneItIsWaitedForAndNoTryIsLost(Purpose purpose) {
        arranged(purpose, "7", DEVI);
        phones.inUse(true);
        for (int look = 0; look < 8; look++) {
            desk.ring();
            clock.pass(Duration.ofSeconds(5));
        }
        phones.inUse(false);
        desk.ring();
        assertThat(phones.rung()).hasSize(1);
        assertThat(the(purpose, "7").tries()).isOne();
    }

    @Test
    void whoIsInATalkIsBusyAndItIsTheNextOnesTurnButCallersAreWaitedFor() {
        arranged(Purpose.DUTY, "3", DEVI);
        arranged(Purpose.GROUP, "7", ASHA);
        phones.inUse(true);
        for (int look = 0; look < 12; look++) {
            desk.ring();
            desk.ring();
            clock.pass(Duration.ofSeconds(5));
        }
        assertThat(the(Purpose.DUTY, "3").outcome()).contains(RingOutcome.BUSY);
        assertThat(the(Purpose.DUTY, "3").over()).isTrue();
        phones.inUse(false);
        desk.ring();
        assertThat(phones.rung()).containsExactly("GROUP " + ASHA + " ne");
    }

    @Test
    void whatTheCrisisPathEndedIsRungAgainAndIsNoTry() {
        String name = arranged(Purpose.DUTY, "3", DEVI);
        desk.ring();
        events.publishEvent(new TelephonyEvent.RingGivenUp(name, clock.instant()));
        ends(name, Answer.NO_ANSWER);
        assertThat(the(Purpose.DUTY, "3").over()).isFalse();
        clock.pass(Duration.ofSeconds(5));
        desk.ring();
        assertThat(phones.rung()).hasSize(2);
        assertThat(the(Purpose.DUTY, "3").tries()).isOne();
    }

    @Test
    void numbersAreEncryptedAndGoAfterTheirTime() {
        arranged(Purpose.GROUP, "7", ASHA);
        assertThat(rows.dump()).doesNotContain(ASHA).doesNotContain(ASHA.substring(3));
        clock.pass(WEEK);
        desk.ring();
        assertThat(phones.rung()).isEmpty();
        assertThat(numbersKept()).isZero();
    }

    @Test
    void whoAnsweredIsRungNoMoreAndNothingOfACallerIsKeptLongerThanTheCall() {
        String name = arranged(Purpose.GROUP, "7", ASHA);
        desk.ring();
        events.publishEvent(new CallbackTaken(name, clock.instant()));
        assertThat(rings.answered(name)).map(Ring::subject).contains("7");
        clock.pass(PAUSE);
        desk.ring();
        rings.callOff(Purpose.GROUP, "7"); // the group ends before the call does
        assertThat(phones.rung()).hasSize(1);
        assertThat(rings.phoneOf(name)).contains(number(ASHA));
        ends(name, Answer.PICKED_UP);
        assertThat(rows.in("ring")).isZero();
        assertThat(rings.phoneOf(name)).isEmpty();
    }

    @Test
    void aCallWhoseEndNobodySawIsForgottenAllTheSame() {
        String name = arranged(Purpose.GROUP, "7", ASHA);
        desk.ring();
        events.publishEvent(new CallbackTaken(name, clock.instant()));
        clock.pass(Duration.ofHours(3));
        desk.ring();
        assertThat(rows.in("ring")).isZero();
    }

    @Test
    void thePhonesOfStaffAreNobodysElse() {
        String name = arranged(Purpose.HOST, "7", DEVI);
        assertThat(rings.phoneOf(name)).isEmpty();
    }

    /** Whatever we do wrong, the town is not rung out of its beds. */
    @Test
    void soManyAMinuteAndNoMore() {
        for (int phone = 10; phone < 75; phone++) {
            arranged(Purpose.DUTY, "alert-" + phone, "97798000000" + phone);
        }
        for (int look = 0; look < 65; look++) {
            desk.ring();
        }
        assertThat(phones.rung()).hasSize(60);
        clock.pass(Duration.ofMinutes(1));
        desk.ring();
        assertThat(phones.rung().size()).isGreaterThan(60);
    }
}
