package np.saathi.safety;

import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import np.saathi.dev.ModuleTest;
import np.saathi.dev.Rows;
import np.saathi.dev.TestClock;
import np.saathi.telephony.CrisisLedger;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.ScriptedCaller.Ending;
import np.saathi.telephony.TelephonyEvent;

/** "Ring me if the line breaks", "call me back": one try plus two, for an hour at most. The desk looks every second. */
@ModuleTest(with = {"identity"})
@Import(RungBack.class)
@TestPropertySource(properties = "saathi.crisis.file=target/test-crisis/crisis.conf")
class CrisisCallbackTests {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final String NUMBER = "9779800000001";
    private static final String RUNG = NUMBER + " ne";
    @Autowired
    CrisisCallbackDesk desk;
    @Autowired
    CrisisLedger ledger;
    @Autowired
    RungBack dialler;
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

    private void crisisEnds(String outcome) {
        ledger.write("asha.1-" + clock.instant().getEpochSecond(), clock.instant(), "duty", Duration.ofSeconds(5),
                outcome);
    }

    private void awaitRung(int times) {
        await().atMost(SOON).until(() -> dialler.rung().size() == times);
        assertThat(dialler.rung()).containsOnly(RUNG);
    }

    /** Two looks of the desk. */
    private void nobodyIsRungBeyond(int times) {
        await().during(Duration.ofMillis(2500)).atMost(SOON).until(() -> dialler.rung().size() == times);
    }

    private void awaitForgotten() {
        await().atMost(SOON).until(() -> rows.in("crisis_callback") == 0);
    }

    @Test
    void itIsRungOnceAndTwiceMoreAfterPausesAndThenForgotten() {
        assertThat(asks(NUMBER, "now")).isEqualTo(Ending.DONE);
        nobodyIsRungBeyond(0); // the crisis call goes on
        crisisEnds("numbers");
        awaitRung(1);
        nobodyIsRungBeyond(1);
        clock.pass(PAUSE);
        awaitRung(2);
        clock.pass(PAUSE);
        awaitRung(3);
        clock.pass(PAUSE);
        awaitForgotten();
        nobodyIsRungBeyond(3);
    }

    @Test
    void whoTookTheCallIsNotRungAgain() {
        asks(NUMBER, "now");
        crisisEnds("gone");
        awaitRung(1);
        desk.taken(new TelephonyEvent.CallbackTaken(dialler.last(), Instant.now()));
        assertThat(rows.in("crisis_callback")).isZero();
        clock.pass(PAUSE);
        nobodyIsRungBeyond(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "numbers"})
    void aBrokenLineIsRung(String outcome) {
        asks(NUMBER, "break");
        crisisEnds(outcome);
        awaitRung(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"talked", "back"})
    void whoseLineDidNotBreakIsForgottenAtOnce(String outcome) {
        asks(NUMBER, "break");
        crisisEnds(outcome);
        assertThat(rows.in("crisis_callback")).isZero();
        nobodyIsRungBeyond(0);
    }

    @Test
    void whoAskedToBeCalledIsCalledHoweverTheSearchEnded() {
        asks(NUMBER, "now");
        crisisEnds("back");
        awaitRung(1);
    }

    @Test
    void afterAnHourTheNumberIsForgottenWhateverBecameOfIt() {
        asks(NUMBER, "now");
        clock.pass(Duration.ofMinutes(59));
        assertThat(rows.in("crisis_callback")).isOne();
        clock.pass(Duration.ofMinutes(1));
        awaitForgotten();
        crisisEnds("gone");
        nobodyIsRungBeyond(0);
    }

    @Test
    void withoutALinkTheTryIsLostAndTheNextComes() {
        dialler.reachable(false);
        asks(NUMBER, "now");
        crisisEnds("gone");
        await().atMost(SOON).until(() -> rows.dump().contains("tries=1"));
        dialler.reachable(true);
        clock.pass(PAUSE);
        awaitRung(1);
    }

    @Test
    void askingTwiceIsOneCallback() {
        asks(NUMBER, "break");
        asks(NUMBER, "now");
        assertThat(rows.in("crisis_callback")).isOne();
        crisisEnds("numbers");
        awaitRung(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14155550100", "1145", "+9779", "00882161234567"})
    void numbersThatAreNoSubscribersOfNepalAreNeverRung(String number) {
        assertThat(asks(number, "now")).isEqualTo(Ending.DECLINED);
        assertThat(rows.in("crisis_callback")).isZero();
    }

    @Test
    void aWithheldNumberCanNotBeRung() {
        assertThat(whoPresses().withheld().calls(desk)).isEqualTo(Ending.DECLINED);
    }
}
