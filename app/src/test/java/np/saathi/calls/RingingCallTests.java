package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.caller.Ban;
import np.saathi.caller.Bans;
import np.saathi.caller.Callers;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.CalledNumber;
import np.saathi.dev.pstn.Phone;
import np.saathi.joining.Callbacks;
import np.saathi.ringing.Ring;
import np.saathi.ringing.RingOutcome;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.RingWish;
import np.saathi.ringing.Rings;
import np.saathi.session.Sessions;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;

/** The calls that the line itself places, on a real exchange: what whoever picks up hears, and what their keys do. */
@CallTests
@Order(2)
class RingingCallTests {
    private static final int DEVIS_VOICE = 1077;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration RINGS_FOR = Duration.ofSeconds(3);
    /** The opening is said twice, and silence waited for. */
    private static final Duration BOTH_OPENINGS = Duration.ofSeconds(60);
    private static final Duration WHOLE_WORDS = Duration.ofSeconds(45);
    private final TestLine line;
    private final String number = TestLine.newNumber();
    private final CalledNumber called;
    private Group group;

    RingingCallTests(TestLine line) {
        this.line = line;
        called = line.exchange().number(number);
    }

    @BeforeEach
    void openGroup() {
        group = line.group(NEPALI, 8);
    }

    private Rings rings() {
        return line.app().bean(Rings.class);
    }

    private PhoneNumber phone() {
        return PhoneNumber.parse("+" + number).orElseThrow();
    }

    /** To be rung for the group now, with short pauses; nobody waits for minutes here. */
    private void arrange(Purpose purpose, Optional<AccountId> account, int tries) {
        String unused = rings().arrange(new RingWish(purpose, Long.toString(group.id()), account, phone(), NEPALI,
                new Manner(tries, PAUSE, RINGS_FOR, Duration.ofMinutes(10)), true));
    }

    private void arrange(int tries) {
        arrange(Purpose.GROUP, Optional.empty(), tries);
    }

    /** A caller asks to be rung when the group's host is in. */
    private void askForCallback() {
        assertThat(line.app().bean(Callbacks.class).ask(
                line.app().bean(Sessions.class).find(group.id()).orElseThrow(), Optional.empty(), phone(), NEPALI))
                .isEqualTo(Callbacks.Taken.KEPT);
    }

    /** The phone that was rung and answered, where the opening has begun. */
    private Phone awaitOpening() {
        Phone phone = called.awaitAnswered(SOON);
        phone.heard().awaitPrompt("callback.opening", "ne", SOON);
        return phone;
    }

    /** Rung for the group and answered: the opening has begun. */
    private Phone ringAndAwaitOpening(int tries) {
        called.answers(phone -> {});
        arrange(tries);
        return awaitOpening();
    }

    /** From the opening to the group, by key 1. */
    private static void enterGroup(Phone phone) {
        phone.types("11"); // one press, as networks bring it that send it by two ways
        phone.heard().awaitInOrder("ne", SOON, "callback.line", "category.stress");
        phone.presses("9");
    }

    /** From the crisis path with nobody on duty: the numbers are heard, and 4 asks to be rung. */
    private static void askForCrisisCallback(Phone phone) {
        phone.heard().awaitPrompt("crisis.sorry", "ne", SOON);
        phone.heard().awaitPrompt("crisis.numbers.keys", "ne", WHOLE_WORDS);
        phone.presses("4");
        phone.heard().awaitPrompt("crisis.callback.kept", "ne", SOON);
    }

    /** How the ringing for the group ended, as soon as it has. */
    private Ring awaitOver() {
        Eventually.is(() -> rings().of(Purpose.GROUP, Long.toString(group.id())).stream().allMatch(Ring::over));
        return rings().of(Purpose.GROUP, Long.toString(group.id())).getLast();
    }

    private long timesRung() {
        return line.exchange().rung().stream().filter(number::equals).count();
    }

    /** The database forgets that anybody was rung for the group. */
    private void awaitNothingKept() {
        Eventually.is(() -> line.database().sql("SELECT COUNT(*) FROM ring WHERE purpose = 'GROUP' AND subject = ?")
                .param(Long.toString(group.id())).query(Integer.class).single() == 0);
    }

    @Test
    void whoAskedForItAndCameByThemselvesIsNotRung() {
        var _ = line.app().bean(Callers.class).remember(phone(), NEPALI);
        askForCallback();
        pause(); // a call's name tells to the second when it began
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
            asha.presses("9");
            Eventually.is(() -> group.inRoom() == 1);
            try (Phone _ = line.hostInTheRoom(line.people().devi())) {
                asha.heard().awaitPrompt("room.open", "ne", SOON);
                assertThat(awaitOver().outcome()).contains(RingOutcome.IN_CALL);
                assertThat(timesRung()).isZero();
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(1_100).toNanos());
    }

    @Test
    void whoAskedForItIsRungWhenTheHostIsInHearsNoNameAndIsInTheGroupAfterOne() {
        called.answers(asha -> {});
        askForCallback();
        assertThat(timesRung()).isZero();
        try (Phone devi = line.hostInTheRoom(line.people().devi())) {
            devi.speaks(DEVIS_VOICE);
            Phone asha = awaitOpening();
            PromptHeard opening = asha.heard().times("callback.opening", "ne").getFirst();
            assertThat(asha.heard().awaitEndOf(opening, SOON).whole()).isTrue();
            assertThat(asha.caller()).isEqualTo(TestLine.CALLER_NUMBER);
            assertThat(List.of("callback.line", "category.stress")).as("what is said after the key alone")
                    .allSatisfy(words -> assertThat(asha.heard().times(words, "ne")).isEmpty());
            asha.presses("A"); // no key: it is asked again
            asha.heard().awaitPrompt("callback.opening", "ne", SOON);
            enterGroup(asha);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            assertThat(group.outcomes()).containsExactly("null");
            asha.hangsUp();
        }
        awaitNothingKept();
        assertThat(timesRung()).isOne();
    }

    @Test
    void threeIsNeverAgain() {
        Phone somebody = ringAndAwaitOpening(3);
        somebody.presses("3");
        somebody.heard().awaitPrompt("callback.never", "ne", SOON);
        assertThat(somebody.awaitHangUp(SOON)).isPositive();
        assertThat(rings().mayRing(phone())).isFalse();
        awaitNothingKept();
        assertThat(timesRung()).isOne();
    }

    @Test
    void neverAgainThatCouldNotBeNotedIsNotPromised() {
        Phone somebody = ringAndAwaitOpening(1);
        line.database().sql("RENAME TABLE never_ring TO never_ring_away").update();
        try {
            somebody.presses("3");
            somebody.heard().awaitPrompt("callback.never.unable", "ne", SOON);
            somebody.awaitHangUp(SOON);
        } finally {
            line.database().sql("RENAME TABLE never_ring_away TO never_ring").update();
        }
        assertThat(rings().mayRing(phone())).isTrue();
    }

    @Test
    void anAnsweringMachineHearsTheNeutralWordsAndNoMore() {
        called.isVoicemail();
        arrange(1);
        Phone tape = called.awaitAnswered(SOON);
        Duration end = tape.awaitHangUp(BOTH_OPENINGS);
        assertThat(CrisisPathTests.spoken(tape, Duration.ZERO, end)).containsExactly("callback.opening",
                "callback.opening");
        assertThat(awaitOver().outcome()).contains(RingOutcome.NO_KEY);
    }

    @Test
    void aBusyPhoneIsRungOnceAndTwiceMoreAndThenNoMore() {
        called.isBusy();
        arrange(3);
        Ring over = awaitOver();
        assertThat(over.outcome()).contains(RingOutcome.BUSY);
        assertThat(over.tries()).isEqualTo(3);
        assertThat(timesRung()).isEqualTo(3);
    }

    @Test
    void whereNobodyComesItRingsForItsTimeOnceAndTwiceMore() {
        called.ringsOnly();
        arrange(3);
        Ring over = awaitOver();
        assertThat(over.outcome()).contains(RingOutcome.NO_ANSWER);
        assertThat(timesRung()).isEqualTo(3);
    }

    @Test
    void aVolunteerIsAskedToComeKeysInThePinAndHosts() {
        called.answers(devi -> {});
        try (Phone asha = line.callerInTheGroup(NEPALI)) {
            arrange(Purpose.HOST, Optional.of(line.people().devi().id()), 1);
            Phone devi = called.awaitAnswered(SOON);
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
        try (CrisisRoster roster = CrisisRoster.on(line)) {
            Phone asha = ringAndAwaitOpening(3);
            PromptHeard opening = asha.heard().times("callback.opening", "ne").getFirst();
            Phone.Press zero = asha.presses("0");
            Quickly.follows(asha, zero.down(), asha.heard().awaitEndOf(opening, SOON).at(), Duration.ofMillis(300));
            askForCrisisCallback(asha);
            asha.heard().awaitPrompt("crisis.numbers.keys", "ne", SOON);
            asha.presses("*");
            asha.heard().awaitInOrder("ne", SOON, "crisis.back", "callback.line", "category.stress");
            asha.presses("9");
            Span waiting = Span.of(asha, Duration.ofSeconds(4));
            assertThat(asha.heard().audibleShare(waiting.from(), waiting.to())).isPositive();
            assertThat(timesRung()).as("rung only when they have hung up").isOne();
            asha.hangsUp();
            called.answers(again -> {});
            Phone again = awaitOpening();
            again.presses("1");
            askForCrisisCallback(again);
            again.presses("3");
            again.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            called.isVoicemail();
            again.hangsUp();
            Eventually.is(() -> timesRung() == 3);
            line.database().sql("DELETE FROM ring WHERE purpose = 'CRISIS'").update();
        }
    }

    @Test
    void aBannedPhoneIsBannedOnACallThatWePlacedToo() {
        AccountId asha = line.app().bean(Callers.class).remember(phone(), NEPALI).account().orElseThrow();
        var unused = line.app().bean(Bans.class).ban(asha, Ban.Reason.MISUSE, Optional.of(3),
                line.people().adminId());
        Phone rung = ringAndAwaitOpening(1);
        rung.presses("1");
        rung.heard().awaitInOrder("ne", SOON, "callback.line", "banned");
        assertThat(group.outcomes()).isEmpty();
        rung.hangsUp();
        awaitNothingKept();
    }

    @Test
    void whoAskedToBeRungForAGroupThatIsCancelledIsRungToldSoAndOfferedAnotherButNoMessage() {
        called.answers(asha -> {});
        askForCallback();
        line.app().bean(Sessions.class).cancelNoHost(group.id());
        try (Phone asha = awaitOpening()) {
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "callback.line", "category.stress", "group.cancelled",
                    "choices.instead.unknown");
            WrongKeys.thrice(asha, "choices.instead.unknown", "ne", "3");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
        }
    }

    @Test
    void whoIsRungButNotRememberedWaitsWithTheSameChoicesButNoMessage() {
        try (Phone asha = ringAndAwaitOpening(3)) {
            enterGroup(asha);
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
        try (Phone asha = ringAndAwaitOpening(3)) {
            line.app().bean(Sessions.class).end(group.id());
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "callback.line", "join.gone", "main.menu");
            assertThat(group.outcomes()).isEmpty();
        }
    }

    /** For the exchange's own calls to tell when they began, as the limit of two hours asks. */
    @Test
    void aCallThatWePlacedTellsWhenItBegan() {
        Phone asha = ringAndAwaitOpening(3);
        enterGroup(asha);
        Eventually.is(() -> group.outcomes().equals(List.of("null")));
        var call = line.app().bean(Sessions.class).seated(group.id()).getFirst().call();
        assertThat(Duration.between(call.madeAt().orElseThrow(), line.app().bean(Clock.class).instant()).abs())
                .isLessThan(Duration.ofMinutes(1));
        asha.hangsUp();
    }
}
