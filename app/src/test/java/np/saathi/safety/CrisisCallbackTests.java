package np.saathi.safety;

import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.TestClock;
import np.saathi.ringing.Bell;
import np.saathi.ringing.PhonesRung;
import np.saathi.telephony.CallId;
import np.saathi.telephony.CrisisLedger.Line;
import np.saathi.telephony.CrisisLedger;
import np.saathi.telephony.ScriptedCaller.Ending;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.TelephonyEvent.Answer;
import np.saathi.telephony.TelephonyEvent;

/** "Ring me if the line breaks", "call me back": one try plus two, for an hour at most. */
@SafetyModuleTest
class CrisisCallbackTests {
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final String NUMBER = "9779800000001";
    private static final String RUNG = "CRISIS " + NUMBER + " ne";
    @Autowired
    CrisisCallbackDesk desk;
    @Autowired
    CrisisLedger ledger;
    @Autowired
    PhonesRung dialler;
    @Autowired
    Bell bell;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;

    @BeforeEach
    void nobodyWaits() {
        rows.delete();
        dialler.forget();
    }

    private Ending asks(String number, String kind) {
        return ScriptedCaller.whoPresses().named("asha.1").from(number).noting("CALLBACK_KIND", kind).calls(desk);
    }

    private void crisisEnds(String outcome, Line line) {
        ledger.write("asha.1-" + clock.instant().getEpochSecond(), clock.instant(), "duty", Duration.ofSeconds(5),
                outcome, line);
        clock.pass(Duration.ofSeconds(1)); // the next note has another name
    }

    /** Two looks of the desk: no more than these were rung. */
    private void assertRung(int times) {
        bell.ring();
        bell.ring();
        assertThat(dialler.rung()).hasSize(times).allMatch(RUNG::equals);
    }

    private int numbersKept() {
        return rows.in("ring WHERE number_encrypted IS NOT NULL");
    }

    @Test
    void itIsRungOnceAndTwiceMoreAfterPausesAndThenForgotten() {
        assertThat(asks(NUMBER, "now")).isEqualTo(Ending.DONE);
        assertRung(0); // the crisis call goes on
        crisisEnds("numbers", Line.HUNG_UP);
        for (int times = 1; times <= 3; times++) {
            assertRung(times);
            clock.pass(PAUSE);
        }
        assertRung(3);
        assertThat(numbersKept()).isZero();
    }

    @Test
    void oneNumberIsRungNineTimesADayWhoeverCallsWithItAndIsToldWhenThatIsUsedUp() {
        for (int wish = 1; wish <= 3; wish++) {
            assertThat(asks(NUMBER, "now")).isEqualTo(Ending.DONE);
            crisisEnds("gone", Line.BROKE);
            for (int times = 1; times <= 3; times++) {
                bell.ring();
                clock.pass(PAUSE);
            }
            assertRung(3 * wish);
        }
        assertThat(asks(NUMBER, "now")).as("no promise that would not be kept").isEqualTo(Ending.DECLINED);
        assertThat(asks("9779800000002", "now")).isEqualTo(Ending.DONE);
        clock.pass(Duration.ofDays(1));
        assertThat(asks(NUMBER, "now")).isEqualTo(Ending.DONE);
    }

    @Test
    void whoTookTheCallIsNotRungAgain() {
        asks(NUMBER, "now");
        crisisEnds("gone", Line.BROKE);
        assertRung(1);
        events.publishEvent(new TelephonyEvent.CallbackTaken(dialler.last(), Instant.now()));
        clock.pass(PAUSE);
        assertRung(1);
        assertThat(numbersKept()).as("for a new wish to be rung, while they are on the phone").isOne();
        events.publishEvent(new TelephonyEvent.RingOver(dialler.last(), Answer.PICKED_UP, Instant.now()));
        assertThat(rows.in("ring")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "numbers", "talked"})
    void aBrokenLineIsRungWhateverTheyHadComeTo(String outcome) {
        asks(NUMBER, "break");
        crisisEnds(outcome, Line.BROKE);
        assertRung(1);
    }

    @ParameterizedTest
    @CsvSource({"talked,UP", "back,UP", "numbers,UP", "talked,HUNG_UP", "numbers,HUNG_UP"})
    void whoseLineDidNotBreakIsForgottenAtOnce(String outcome, Line line) {
        asks(NUMBER, "break");
        crisisEnds(outcome, line);
        assertThat(rows.in("ring")).isZero();
        assertRung(0);
    }

    /** Key 3 after the numbers: the same call, another search. */
    @Test
    void whoSearchesAgainIsNotRungMeanwhileAndTheirWishStands() {
        asks(NUMBER, "break");
        crisisEnds("numbers", Line.SEARCHES);
        assertRung(0);
        crisisEnds("gone", Line.BROKE);
        assertRung(1);
    }

    @Test
    void whoAskedToBeCalledIsCalledWhenTheyHaveHungUpAndNotWhileTheyAreOnTheLine() {
        asks(NUMBER, "now");
        crisisEnds("numbers", Line.SEARCHES);
        crisisEnds("back", Line.UP);
        assertRung(0);
        events.publishEvent(new TelephonyEvent.HungUp(new CallId("another.1"), Instant.now()));
        assertRung(0);
        events.publishEvent(new TelephonyEvent.HungUp(new CallId("asha.1"), Instant.now()));
        assertRung(1);
    }

    @Test
    void whoTalkedWithSomebodyAfterAllIsNotCalled() {
        asks(NUMBER, "now");
        crisisEnds("talked", Line.HUNG_UP);
        assertRung(0);
    }

    /** The exchange told them that it can't be done: then it is not. */
    @Test
    void whoWasToldMeanwhileThatWeCanNotRingIsNotRung() {
        ScriptedCaller asha = ScriptedCaller.whoPresses().named("asha.1").from(NUMBER).noting("CALLBACK_KIND", "now")
                .goneBeforeNoting("CALLBACK");
        assertThat(asha.calls(desk)).isEqualTo(Ending.HUNG_UP);
        assertThat(rows.in("ring")).isZero();
    }

    @Test
    void afterAnHourTheNumberIsForgottenWhateverBecameOfIt() {
        asks(NUMBER, "now");
        clock.pass(Duration.ofMinutes(59));
        assertRung(0);
        assertThat(numbersKept()).isOne();
        clock.pass(Duration.ofMinutes(1));
        assertRung(0);
        assertThat(numbersKept()).isZero();
        crisisEnds("gone", Line.BROKE);
        assertRung(0);
    }

    @Test
    void askingTwiceIsOneCallback() {
        asks(NUMBER, "break");
        asks(NUMBER, "now");
        assertThat(rows.in("ring")).isOne();
        crisisEnds("numbers", Line.HUNG_UP);
        assertRung(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14155550100", "1145", "+9779", "00882161234567"})
    void numbersThatAreNoSubscribersOfNepalAreNeverRung(String number) {
        assertThat(asks(number, "now")).isEqualTo(Ending.DECLINED);
        assertThat(rows.in("ring")).isZero();
    }

    @Test
    void aWithheldNumberCanNotBeRung() {
        assertThat(whoPresses().withheld().calls(desk)).isEqualTo(Ending.DECLINED);
    }
}
