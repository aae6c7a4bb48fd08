package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import np.saathi.dev.TestTimes;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.CalledNumber;
import np.saathi.dev.pstn.Phone;

/**
 * The crisis path on a bad night: a duty phone and two help lines ring, and nobody comes. Long calls beside each other,
 * all on one roster.
 */
@CallTests
@Order(1)
class NobodyAnswersTests {
    /** One phone is rung for one caller at a time: two for each of four, and two that were just let go. */
    private static final List<String> DUTY = IntStream.range(0, 10).mapToObj(n -> "977120001" + n).toList();
    private static final String HELPLINE = "9771200002";
    private static final String OTHER_HELPLINE = "9771200003";
    private static final Duration WHOLE_WORDS = Duration.ofSeconds(45);
    /** More calls at once than this, and frames of sound come late on a machine with two cores. */
    private static final Semaphore CALLS = new Semaphore(4, true);
    private static CrisisRoster roster;
    private final TestLine line;

    NobodyAnswersTests(TestLine line) {
        this.line = line;
    }

    @BeforeAll
    static void nobodyComes(TestLine line) {
        DUTY.forEach(phone -> line.exchange().number(phone).ringsOnly());
        line.exchange().number(HELPLINE).ringsOnly();
        line.exchange().number(OTHER_HELPLINE).ringsOnly();
        roster = CrisisRoster.on(line).helpline(HELPLINE).helpline(OTHER_HELPLINE);
        DUTY.forEach(roster::duty);
        line.group(NEPALI, 8);
    }

    @AfterAll
    static void asBefore() {
        roster.close();
    }

    @BeforeEach
    void waitForTheOthers() {
        CALLS.acquireUninterruptibly();
    }

    @AfterEach
    void makeRoomForTheNext() {
        CALLS.release();
    }

    /** Keys pressed one after the other, each when the sentence named before it has begun. */
    @ParameterizedTest(name = "0 in {1}")
    @CsvSource(textBlock = """
            1660, language.offer,
            1660, welcome.first,  language.offer 1
            1660, consent.agree,  language.offer 1
            1660, consent.forget, language.offer 1
            1660, consent.minor,  language.offer 1
            1661, host.id,
            """)
    @Execution(ExecutionMode.CONCURRENT)
    void zeroStopsAnyPromptWithin300MillisecondsAndSomebodyIsLookedFor(String dialled, String prompt, String way) {
        try (Phone asha = line.exchange().calls(dialled).from(TestLine.newNumber()).place()) {
            String[] steps = way == null ? new String[0] : way.split(" ");
            for (int i = 0; i < steps.length; i += 2) {
                asha.heard().awaitPrompt(steps[i], "ne", SOON);
                asha.presses(steps[i + 1]);
            }
            zeroStops(asha, asha.heard().awaitPrompt(prompt, "ne", WHOLE_WORDS));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void zeroStopsTheMainMenuAndStarLeadsBackThereWithoutAnApology() {
        try (Phone asha = line.returningCaller(NEPALI)) {
            zeroStops(asha, asha.heard().awaitPrompt("main.menu", "ne", SOON));
            asha.presses("*");
            asha.heard().awaitInOrder("ne", SOON, "crisis.back", "main.menu");
            assertThat(asha.heard().times("resume.interrupted", "ne")).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void zeroStopsTheWordsBeforeTheRoomAndStarLeadsIntoIt() {
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("1");
            zeroStops(asha, asha.heard().awaitPrompt("room.rules", "ne", SOON));
            asha.presses("*");
            asha.heard().awaitPrompt("crisis.back", "ne", SOON);
            Span inTheGroup = Span.of(asha, Duration.ofSeconds(6));
            // Waiting or with the host of the test beside this one: in the group in any case, and nothing is said again.
            assertThat(List.of("main.menu", "category.stress", "resume.interrupted")).allSatisfy(
                    words -> assertThat(asha.heard().times(words, "ne").stream()
                            .filter(heard -> heard.start().compareTo(inTheGroup.from()) > 0)).isEmpty());
            assertThat(asha.isUp()).isTrue();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void zeroInAnEntryOfDigitsIsNoDigit() {
        try (Phone devi = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            devi.heard().awaitPrompt("host.id", "ne", SOON);
            devi.presses("123");
            devi.presses("0");
            devi.heard().awaitPrompt("crisis.connecting", "ne", SOON);
        }
    }

    private static void zeroStops(Phone phone, PromptHeard prompt) {
        Phone.Press zero = phone.presses("0");
        PromptHeard.End end = phone.heard().awaitEndOf(prompt, SOON);
        Quickly.follows(phone, zero.down(), end.at(), Quickly.A_KEY);
        assertThat(end.whole() && prompt.canBeCut(zero.up(), Quickly.A_KEY)).isFalse();
        Duration words = phone.heard().awaitPrompt("crisis.connecting", "ne", SOON).start();
        Quickly.follows(phone, zero.down(), words, Duration.ofSeconds(1));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theNumbersAreSpokenInTimeAndTheCallerIsReassuredMeanwhile() {
        try (Phone asha = line.returningCaller(NEPALI)) {
            Duration zero = asha.presses("0").up();
            Duration number = asha.heard()
                    .awaitPrompt("helpline.suicide", "ne", TestTimes.CRISIS_NUMBERS_BY.plus(SOON)).start();
            Quickly.follows(asha, zero, number, TestTimes.CRISIS_NUMBERS_BY);
            assertThat(asha.heard().times("crisis.helpline.next", "ne")).as("told for each of the two help lines")
                    .hasSizeGreaterThanOrEqualTo(2);
            Duration said = zero;
            for (PromptHeard words : kindWords(asha)) {
                Duration stood = asha.heard().stoodStill(said, words.start());
                assertThat(words.start().minus(said)).as("silence before " + words)
                        .isLessThan(TestTimes.CRISIS_REASSURE.plus(stood));
                said = words.start().plus(words.length());
            }
        }
    }

    /** All that was said while somebody was looked for, in its order. */
    private static List<PromptHeard> kindWords(Phone phone) {
        return Stream.of("crisis.connecting", "crisis.ringback.offer", "crisis.reassure", "crisis.helpline.trying",
                "crisis.helpline.next", "crisis.sorry").flatMap(key -> phone.heard().times(key, "ne").stream())
                .sorted(Comparator.comparing(PromptHeard::start)).toList();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void keyOneGivesTheNumbersAtOnceKeyTwoTheOthersAndKeyThreeSearchesAgain() {
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            Duration one = asha.presses("1").down();
            Duration first = asha.heard().awaitPrompt("helpline.suicide", "ne", SOON).start();
            Quickly.follows(asha, one, first, Duration.ofSeconds(1));
            asha.heard().awaitPrompt("crisis.numbers.keys", "ne", WHOLE_WORDS);
            asha.presses("2");
            asha.heard().awaitInOrder("ne", SOON, "helpline.women", "number.1", "number.1", "number.4", "number.5",
                    "crisis.again", "number.1", "number.1", "number.4", "number.5", "helpline.children", "number.1",
                    "number.0", "number.9", "number.8", "crisis.again", "number.1", "number.0", "number.9", "number.8",
                    "helpline.police", "number.1", "number.0", "number.0", "crisis.again", "number.1", "number.0",
                    "number.0", "crisis.numbers.keys");
            asha.presses("3");
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theLineNeverHangsUpOnSomebodyWhoHearsTheNumbers() {
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("01");
            asha.heard().awaitPrompt("crisis.numbers.keys", "ne", WHOLE_WORDS);
            Duration silentSince = asha.heard().now();
            for (int again = 0; again < 2; again++) {
                asha.heard().awaitPrompt("helpline.suicide", "ne", WHOLE_WORDS);
                asha.heard().awaitPrompt("helpline.ambulance", "ne", WHOLE_WORDS);
            }
            asha.heard().awaitPrompt("crisis.numbers.keys", "ne", WHOLE_WORDS);
            assertThat(asha.heard().now().minus(silentSince)).isGreaterThan(TestTimes.CRISIS_KEY.multipliedBy(2));
            assertThat(asha.isUp()).isTrue();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whoAskedToBeRungIfTheLineBreaksIsRungAndIsInTheCrisisPathAgain() {
        ringsBack(asha -> {
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            asha.presses("2");
            asha.heard().awaitPrompt("crisis.ringback.kept", "ne", SOON);
            asha.presses("9"); // means nothing here, and ends nothing
            Span.of(asha, Duration.ofSeconds(3));
            assertThat(asha.isUp()).isTrue();
        });
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whoAsksToBeCalledBackIsRungAndIsInTheCrisisPathAgain() {
        ringsBack(asha -> {
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("crisis.numbers.keys", "ne", WHOLE_WORDS);
            asha.presses("4");
            asha.heard().awaitPrompt("crisis.callback.kept", "ne", SOON);
        });
    }

    private void ringsBack(Consumer<Phone> asking) {
        String number = TestLine.newNumber();
        CalledNumber ashasPhone = line.exchange().number(number).answers(phone -> {});
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            asha.heard().awaitPrompt("language.offer", "ne", SOON);
            asha.presses("0");
            asking.accept(asha);
            Map<String, Object> row = line.database().sql("SELECT * FROM ring WHERE purpose = 'CRISIS' "
                    + "AND due_at IS NULL ORDER BY expires_at DESC LIMIT 1").query().singleRow();
            String kept = new String((byte[]) row.get("number_encrypted"), StandardCharsets.ISO_8859_1);
            assertThat(kept).doesNotContain(number).doesNotContain(number.substring(3));
            asha.hangsUp();
            Phone rung = ashasPhone.awaitAnswered(SOON);
            rung.heard().awaitPrompt("callback.opening", "ne", SOON);
            assertThat(rung.caller()).isEqualTo(TestLine.CALLER_NUMBER);
            rung.presses("1");
            rung.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            rung.hangsUp();
            Eventually.is(() -> line.database().sql("SELECT COUNT(*) FROM ring WHERE name = ?")
                    .param(row.get("name")).query(Integer.class).single() == 0);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whoHidesTheirNumberIsToldThatTheyCannotBeRung() {
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).withheld().place()) {
            asha.heard().awaitPrompt("language.offer", "ne", SOON);
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            asha.presses("2");
            asha.heard().awaitPrompt("crisis.callback.unable", "ne", SOON);
            asha.heard().awaitPrompt("crisis.helpline.trying", "ne", WHOLE_WORDS);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whoNeverPressesAKeyHearsTheNumbersAndAGoodbye() {
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(TestLine.newNumber()).place()) {
            asha.heard().awaitPrompt("helpline.suicide", "ne", Duration.ofSeconds(60));
            asha.heard().awaitPrompt("helpline.ambulance", "ne", WHOLE_WORDS);
            asha.heard().awaitPrompt("goodbye.silent", "ne", WHOLE_WORDS);
            assertThat(asha.awaitHangUp(Duration.ofSeconds(20))).isPositive();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void nobodyIsRemovedFromARoomForSilence() {
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            devi.speaks(1077);
            asha.heard().awaitTone(1077, SOON);
            Duration from = asha.heard().now();
            for (int menu = 0; menu < 4; menu++) { // four times as long as a menu is left open here
                Span.of(asha, TestTimes.ROOM_MENU);
            }
            assertThat(asha.heard().hasTone(1077, from, asha.heard().now().minusSeconds(1))).isTrue();
            assertThat(asha.isUp()).isTrue();
        }
    }
}
