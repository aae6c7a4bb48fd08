package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.caller.Ban;
import np.saathi.caller.Bans;
import np.saathi.caller.Callers;
import np.saathi.dev.CalledNumber;
import np.saathi.dev.Phone;
import np.saathi.dev.PromptHeard;
import np.saathi.joining.Callbacks;
import np.saathi.ringing.Ring;
import np.saathi.ringing.RingOutcome;
import np.saathi.ringing.RingWish;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.Rings;
import np.saathi.session.Sessions;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;

/** The calls that the line itself places, on a real exchange: what whoever picks up hears, and what their keys do. */
@CallTests
class RingingCallTests {
    private static final int DEVIS_VOICE = 1077;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration RINGS_FOR = Duration.ofSeconds(3);
    /** The opening is said twice, and silence waited for. */
    private static final Duration BOTH_OPENINGS = Duration.ofSeconds(60);
    private static final Duration WHOLE_WORDS = Duration.ofSeconds(45);
    private final TestLine line;

    RingingCallTests(TestLine line) {
        this.line = line;
    }

    private Rings rings() {
        return line.app().bean(Rings.class);
    }

    private static PhoneNumber phone(String number) {
        return PhoneNumber.parse("+" + number).orElseThrow();
    }

    /** To be rung for the group now, with short pauses; nobody waits for minutes here. */
    private String arranged(Purpose purpose, Group group, String number, Optional<AccountId> account, int tries) {
        return rings().arrange(new RingWish(purpose, Long.toString(group.id()), account, phone(number), NEPALI,
                new Manner(tries, PAUSE, RINGS_FOR, Duration.ofMinutes(10)), true));
    }

    private String caller(Group group, String number) {
        return arranged(Purpose.GROUP, group, number, Optional.empty(), 3);
    }

    private Ring whatBecameOf(Group group) {
        Eventually.is(() -> rings().of(Purpose.GROUP, Long.toString(group.id())).stream().allMatch(Ring::over));
        return rings().of(Purpose.GROUP, Long.toString(group.id())).getLast();
    }

    private long timesRung(String number) {
        return line.exchange().rung().stream().filter(number::equals).count();
    }

    private void nothingIsLeftOf(String ring) {
        Eventually.is(() -> line.database().sql("SELECT COUNT(*) FROM ring WHERE name = ?").param(ring)
                .query(Integer.class).single() == 0);
    }

    @Test
    void whoAskedForItIsRungWhenTheHostIsInHearsNoNameAndIsInTheGroupAfterOne() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber ashasPhone = line.exchange().number(number).answers(asha -> {});
        assertThat(line.app().bean(Callbacks.class).ask(
                line.app().bean(Sessions.class).find(group.id()).orElseThrow(), Optional.empty(), phone(number),
                NEPALI)).isEqualTo(Callbacks.Taken.KEPT);
        assertThat(timesRung(number)).isZero();
        try (Phone devi = line.hostInTheRoom(line.people().devi())) {
            devi.speaks(DEVIS_VOICE);
            Phone asha = ashasPhone.awaitAnswered(SOON);
            PromptHeard opening = asha.heard().awaitPrompt("callback.opening", "ne", SOON);
            assertThat(asha.heard().awaitEndOf(opening, SOON).whole()).isTrue();
            assertThat(asha.caller()).isEqualTo(TestLine.CALLER_NUMBER);
            assertThat(List.of("callback.line", "category.stress")).as("what is said after the key alone")
                    .allSatisfy(words -> assertThat(asha.heard().times(words, "ne")).isEmpty());
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "callback.line", "category.stress");
            asha.presses("9");
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            assertThat(group.outcomes()).containsExactly("null");
            asha.hangsUp();
        }
        Eventually.is(() -> line.database().sql("SELECT COUNT(*) FROM ring WHERE purpose = 'GROUP' AND subject = ?")
                .param(Long.toString(group.id())).query(Integer.class).single() == 0);
        assertThat(timesRung(number)).isOne();
    }

    @Test
    void threeIsNeverAgain() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber somebodysPhone = line.exchange().number(number).answers(somebody -> {});
        String ring = caller(group, number);
        Phone somebody = somebodysPhone.awaitAnswered(SOON);
        somebody.heard().awaitPrompt("callback.opening", "ne", SOON);
        somebody.presses("3");
        somebody.heard().awaitPrompt("callback.never", "ne", SOON);
        assertThat(somebody.awaitHangUp(SOON)).isPositive();
        assertThat(rings().mayRing(phone(number))).isFalse();
        nothingIsLeftOf(ring);
        assertThat(timesRung(number)).isOne();
    }

    @Test
    void neverAgainThatCouldNotBeNotedIsNotPromised() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber somebodysPhone = line.exchange().number(number).answers(somebody -> {});
        String unused = arranged(Purpose.GROUP, group, number, Optional.empty(), 1);
        Phone somebody = somebodysPhone.awaitAnswered(SOON);
        somebody.heard().awaitPrompt("callback.opening", "ne", SOON);
        line.database().sql("RENAME TABLE never_ring TO never_ring_away").update();
        try {
            somebody.presses("3");
            somebody.heard().awaitPrompt("callback.never.unable", "ne", SOON);
            somebody.awaitHangUp(SOON);
        } finally {
            line.database().sql("RENAME TABLE never_ring_away TO never_ring").update();
        }
        assertThat(rings().mayRing(phone(number))).isTrue();
    }

    @Test
    void anAnsweringMachineHearsTheNeutralWordsAndNoMore() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber machine = line.exchange().number(number).isVoicemail();
        String unused = arranged(Purpose.GROUP, group, number, Optional.empty(), 1);
        Phone tape = machine.awaitAnswered(SOON);
        Duration end = tape.awaitHangUp(BOTH_OPENINGS);
        assertThat(CrisisPathTests.spoken(tape, Duration.ZERO, end)).containsExactly("callback.opening",
                "callback.opening");
        assertThat(whatBecameOf(group).outcome()).contains(RingOutcome.NO_KEY);
    }

    @Test
    void aBusyPhoneIsRungOnceAndTwiceMoreAndThenNoMore() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        line.exchange().number(number).isBusy();
        String unused = caller(group, number);
        Ring over = whatBecameOf(group);
        assertThat(over.outcome()).contains(RingOutcome.BUSY);
        assertThat(over.tries()).isEqualTo(3);
        assertThat(timesRung(number)).isEqualTo(3);
    }

    @Test
    void whereNobodyComesItRingsForItsTimeOnceAndTwiceMore() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        line.exchange().number(number).ringsOnly();
        String unused = caller(group, number);
        Ring over = whatBecameOf(group);
        assertThat(over.outcome()).contains(RingOutcome.NO_ANSWER);
        assertThat(timesRung(number)).isEqualTo(3);
    }

    @Test
    void aVolunteerIsAskedToComeKeysInThePinAndHosts() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber devisPhone = line.exchange().number(number).answers(devi -> {});
        try (Phone asha = line.callerInTheGroup(NEPALI)) {
            String unused = arranged(Purpose.HOST, group, number, Optional.of(line.people().devi().id()), 1);
            Phone devi = devisPhone.awaitAnswered(SOON);
            devi.heard().awaitPrompt("ring.host", "ne", SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("host.pin.own", "ne", SOON);
            devi.presses(line.people().devi().pin().digits());
            devi.presses("#");
            devi.heard().awaitPrompt("host.begun", "ne", SOON);
            devi.speaks(DEVIS_VOICE);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            devi.hangsUp();
        }
    }

    @Test
    void zeroIsTheCrisisPathAtOnceOnACallThatWePlacedAndLeadsBackToWhatItIsFor() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber ashasPhone = line.exchange().number(number).answers(asha -> {});
        try (CrisisRoster roster = CrisisRoster.on(line)) {
            String unused = caller(group, number);
            Phone asha = ashasPhone.awaitAnswered(SOON);
            var opening = asha.heard().awaitPrompt("callback.opening", "ne", SOON);
            Phone.Press zero = asha.presses("0");
            Quickly.follows(asha, zero.down(), asha.heard().awaitEndOf(opening, SOON).at(), Duration.ofMillis(300));
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            asha.heard().awaitPrompt("crisis.numbers.keys", "ne", WHOLE_WORDS);
            asha.presses("4");
            asha.heard().awaitPrompt("crisis.callback.kept", "ne", SOON);
            asha.heard().awaitPrompt("crisis.numbers.keys", "ne", SOON);
            asha.presses("*");
            asha.heard().awaitInOrder("ne", SOON, "crisis.back", "callback.line", "category.stress");
            asha.presses("9");
            Span waiting = Span.of(asha, Duration.ofSeconds(4));
            assertThat(asha.heard().audibleShare(waiting.from(), waiting.to())).isPositive();
            assertThat(timesRung(number)).as("rung only when they have hung up").isOne();
            asha.hangsUp();
            line.exchange().number(number).answers(again -> {});
            Phone again = ashasPhone.awaitAnswered(SOON);
            again.heard().awaitPrompt("callback.opening", "ne", SOON);
            again.presses("1");
            again.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            again.heard().awaitPrompt("crisis.numbers.keys", "ne", WHOLE_WORDS);
            again.presses("4");
            again.heard().awaitPrompt("crisis.callback.kept", "ne", SOON);
            again.presses("3");
            again.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            line.exchange().number(number).isVoicemail();
            again.hangsUp();
            Eventually.is(() -> timesRung(number) == 3);
            line.database().sql("DELETE FROM ring WHERE purpose = 'CRISIS'").update();
        }
    }

    @Test
    void aBannedPhoneIsBannedOnACallThatWePlacedToo() {
        Group group = line.group(NEPALI, 8);
        String number = line.knownNumber(NEPALI);
        AccountId asha = line.app().bean(Callers.class).known(Optional.of(phone(number))).orElseThrow().account()
                .orElseThrow();
        var unused = line.app().bean(Bans.class).ban(asha, Ban.Reason.MISUSE, Optional.of(3),
                line.people().adminId());
        CalledNumber ashasPhone = line.exchange().number(number).answers(rung -> {});
        String ring = arranged(Purpose.GROUP, group, number, Optional.empty(), 1);
        Phone rung = ashasPhone.awaitAnswered(SOON);
        rung.heard().awaitPrompt("callback.opening", "ne", SOON);
        rung.presses("1");
        rung.heard().awaitInOrder("ne", SOON, "callback.line", "banned");
        assertThat(group.outcomes()).isEmpty();
        rung.hangsUp();
        nothingIsLeftOf(ring);
    }

    @Test
    void whoAskedToBeRungForAGroupThatIsCancelledIsRungToldSoAndOfferedAnotherButNoMessage() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber ashasPhone = line.exchange().number(number).answers(asha -> {});
        Sessions sessions = line.app().bean(Sessions.class);
        assertThat(line.app().bean(Callbacks.class).ask(sessions.find(group.id()).orElseThrow(), Optional.empty(),
                phone(number), NEPALI)).isEqualTo(Callbacks.Taken.KEPT);
        sessions.cancelNoHost(group.id());
        try (Phone asha = ashasPhone.awaitAnswered(SOON)) {
            asha.heard().awaitPrompt("callback.opening", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "callback.line", "category.stress", "group.cancelled",
                    "choices.instead.unknown");
            WrongKeys.thrice(asha, "choices.instead.unknown", "ne", "3");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
        }
    }

    @Test
    void whoIsRungButNotRememberedWaitsWithTheSameChoicesButNoMessage() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber ashasPhone = line.exchange().number(number).answers(asha -> {});
        String unused = caller(group, number);
        try (Phone asha = ashasPhone.awaitAnswered(SOON)) {
            asha.heard().awaitPrompt("callback.opening", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
            asha.presses("9");
            Eventually.is(() -> group.inRoom() == 1);
            asha.presses("*");
            asha.heard().awaitPrompt("choices.waiting.unknown", "ne", SOON);
            WrongKeys.twice(asha, "choices.waiting.unknown", "ne", "3");
            asha.presses("#");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            line.database()
                    .sql("UPDATE peer_session SET state = 'SCHEDULED', starts_at = UTC_TIMESTAMP(3) + INTERVAL 1 DAY "
                            + "WHERE id = ?")
                    .param(group.id()).update();
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "group.none", "group.next");
            asha.heard().awaitPrompt("choices.none.unknown", "ne", SOON);
            WrongKeys.thrice(asha, "choices.none.unknown", "ne", "3");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
        }
    }

    @Test
    void whoPressesOneWhenTheGroupIsOverMeanwhileIsToldSo() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber ashasPhone = line.exchange().number(number).answers(asha -> {});
        String unused = caller(group, number);
        try (Phone asha = ashasPhone.awaitAnswered(SOON)) {
            asha.heard().awaitPrompt("callback.opening", "ne", SOON);
            line.app().bean(Sessions.class).end(group.id());
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "callback.line", "join.gone", "main.menu");
            assertThat(group.outcomes()).isEmpty();
        }
    }

    /** For the exchange's own calls to tell when they began, as the limit of two hours asks. */
    @Test
    void aCallThatWePlacedTellsWhenItBegan() {
        Group group = line.group(NEPALI, 8);
        String number = TestLine.newNumber();
        CalledNumber ashasPhone = line.exchange().number(number).answers(asha -> {});
        String unused = caller(group, number);
        Phone asha = ashasPhone.awaitAnswered(SOON);
        asha.heard().awaitPrompt("callback.opening", "ne", SOON);
        asha.presses("1");
        asha.heard().awaitPrompt("category.stress", "ne", SOON);
        asha.presses("9");
        Eventually.is(() -> group.outcomes().equals(List.of("null")));
        var call = line.app().bean(Sessions.class).seated(group.id()).getFirst().call();
        assertThat(Duration.between(call.madeAt().orElseThrow(), line.app().bean(Clock.class).instant()).abs())
                .isLessThan(Duration.ofMinutes(1));
        asha.hangsUp();
    }
}
