package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import np.saathi.dev.AppProcess;
import np.saathi.dev.TestTimes;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Phone;

/**
 * The app, in a process of its own, is missing, frozen, killed or stopped while people are on the line. The order only
 * saves starts of the app: each test brings about what it needs.
 */
@CallTests
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppFaultTests {
    private static final int ASHAS_VOICE = 453;
    private static final int CHANDRAS_VOICE = 807;
    private static final int DEVIS_VOICE = 1077;
    /** The longest that a question of the app lasts, and the time the exchange gives it beyond. */
    private static final Duration A_QUESTION = Duration.ofSeconds(25);
    /** The last try, and the words before it, may be under way then. */
    private static final Duration APP_IS_TRIED = TestTimes.LOST_APP;
    private static final Duration A_TRY = Duration.ofSeconds(5);
    private static final Deque<String> known = new ArrayDeque<>();
    private static AppProcess app;
    private final TestLine line;

    AppFaultTests(TestLine line) {
        this.line = line;
    }

    @BeforeAll
    static void intoItsOwnProcess(TestLine line) {
        line.group(NEPALI, 8);
        for (int i = 0; i < 12; i++) {
            known.add(line.knownNumber(NEPALI));
        }
        app = line.intoItsOwnProcess();
    }

    @AfterAll
    static void backIntoThisProcess(TestLine line) {
        app.close();
        line.backIntoThisProcess();
    }

    private static void running() {
        if (!app.isAlive()) {
            app.start();
        }
    }

    private Phone caller() {
        return line.exchange().calls(TestLine.CALLER_NUMBER).from(known.remove()).place();
    }

    private Phone callerAtTheMenu() {
        Phone phone = caller();
        phone.heard().awaitPrompt("main.menu", "ne", SOON);
        return phone;
    }

    @Test
    @Order(1)
    void withTheAppNeverStartedTheMomentIsHeardSoonItsKeysWorkAndAfterHalfAMinuteTheChoicesCome() {
        app.stop();
        try (CrisisRoster roster = CrisisRoster.on(line); Phone asha = caller(); Phone bikash = caller()) {
            Duration moment = asha.heard().awaitPrompt("shell.moment", "ne", SOON).start();
            Quickly.follows(asha, Duration.ZERO, moment, Duration.ofSeconds(3));
            bikash.heard().awaitPrompt("shell.moment", "ne", SOON);
            bikash.presses("1");
            bikash.heard().awaitPrompt("helpline.suicide", "ne", SOON);

            Duration choices = asha.heard()
                    .awaitPrompt("shell.choices", "ne", APP_IS_TRIED.plus(SOON)).start();
            assertThat(choices.minus(moment)).isGreaterThan(APP_IS_TRIED.minusSeconds(2));
            Quickly.follows(asha, moment, choices, APP_IS_TRIED.plus(A_TRY));
            assertThat(asha.heard().times("shell.moment", "ne")).as("said again and again").hasSizeBetween(2,
                    Math.toIntExact(APP_IS_TRIED.toSeconds() / 10) + 1);
            assertThat(asha.heard().audibleShare(moment, choices)).as("no dead silence").isGreaterThan(0.5);
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            asha.heard().awaitPrompt("helpline.suicide", "ne", SOON);
        }
    }

    @Test
    @Order(2)
    void whoHearsTheMomentOrTheChoicesIsLedOnOnceTheAppIsThere() {
        app.stop();
        try (Phone asha = caller()) {
            asha.heard().awaitPrompt("shell.choices", "ne", APP_IS_TRIED.plus(SOON));
            try (Phone bikash = caller()) {
                Duration moment = bikash.heard().awaitPrompt("shell.moment", "ne", SOON).start();
                running();
                bikash.heard().awaitInOrder("ne", A_QUESTION, "greeting", "main.menu");
                assertThat(bikash.heard().times("shell.choices", "ne")).as("not before the app was tried for so long")
                        .allMatch(choices -> choices.start().minus(moment).compareTo(APP_IS_TRIED.minusSeconds(2)) > 0);
            }
            asha.heard().awaitInOrder("ne", A_QUESTION, "greeting", "main.menu");
        }
    }

    @Test
    @Order(3)
    void withTheAppFrozenTheMomentIsHeardSoon() {
        running();
        app.freeze();
        try (Phone asha = caller()) {
            Quickly.follows(asha, Duration.ZERO, asha.heard().awaitPrompt("shell.moment", "ne", SOON).start(),
                    Duration.ofMillis(4_500));
        } finally {
            app.thaw();
        }
    }

    @Test
    @Order(4)
    void anAppThatFreezesInTheMenuIsLeftAndZeroWorksThen() {
        running();
        try (CrisisRoster roster = CrisisRoster.on(line); Phone asha = callerAtTheMenu()) {
            app.freeze();
            asha.heard().awaitPrompt("shell.moment", "ne", A_QUESTION);
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
        } finally {
            app.thaw();
        }
    }

    @Test
    @Order(5)
    void anAppKilledInAPromptLeavesTheCallToTheMomentAndItsSuccessorGoesOn() {
        running();
        try (Phone asha = caller()) {
            PromptHeard menu = asha.heard().awaitPrompt("main.menu", "ne", SOON);
            app.kill9();
            // The exchange speaks a sentence that it has been given to its end.
            Duration silentSince = menu.start().plus(menu.length());
            Quickly.follows(asha, silentSince, asha.heard().awaitPrompt("shell.moment", "ne", A_QUESTION).start(),
                    Duration.ofSeconds(3));
            running();
            asha.heard().awaitInOrder("ne", A_QUESTION, "resume.interrupted", "main.menu");
            assertThat(asha.heard().times("shell.choices", "ne")).isEmpty();
        }
    }

    @Test
    @Order(6)
    void anAppKilledDuringATalkIsNotMissedInTheRoomAndTheRatingIsStillAskedAndStored() {
        running();
        try (CrisisRoster roster = CrisisRoster.on(line);
                Phone asha = callerInTheGroup();
                Phone chandra = callerInTheGroup();
                Phone devi = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            TestLine.signsIn(devi, line.people().devi());
            devi.presses("1");
            asha.speaks(ASHAS_VOICE);
            chandra.speaks(CHANDRAS_VOICE);
            devi.speaks(DEVIS_VOICE);
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            chandra.heard().awaitTone(ASHAS_VOICE, SOON);
            devi.heard().awaitTone(ASHAS_VOICE, SOON);
            Span.of(asha, Duration.ofSeconds(1));

            app.kill9();
            Span dead = Span.of(asha, Duration.ofSeconds(4));
            Duration later = devi.heard().now();
            assertThat(asha.heard().hasTone(CHANDRAS_VOICE, dead.from(), dead.to())).isTrue();
            assertThat(asha.heard().hasTone(DEVIS_VOICE, dead.from(), dead.to())).isTrue();
            assertThat(devi.heard().hasTone(ASHAS_VOICE, later.minusSeconds(4), later.minusMillis(500))).isTrue();

            chandra.presses("1");
            chandra.heard().awaitPrompt("shell.keys.resting", "ne", SOON);
            chandra.heard().awaitTone(ASHAS_VOICE, SOON);
            chandra.presses("#");
            chandra.heard().awaitPrompt("shell.moment", "ne", SOON);
            chandra.presses("0");
            chandra.heard().awaitPrompt("crisis.sorry", "ne", SOON);

            asha.presses("#");
            asha.heard().awaitPrompt("shell.moment", "ne", SOON);
            running();
            asha.heard().awaitPrompt("rating", "ne", A_QUESTION);
            assertThat(asha.heard().times("shell.choices", "ne")).isEmpty();
            asha.presses("5");
            asha.heard().awaitPrompt("rating.thanks", "ne", SOON);
            assertThat(line.database().sql("""
                    SELECT CONCAT(p.outcome, ' ', f.rating) FROM participant p JOIN feedback f
                    ON f.participant_id = p.id ORDER BY p.id DESC LIMIT 1
                    """).query(String.class).single()).isEqualTo("LEFT 5");
        }
    }

    private Phone callerInTheGroup() {
        Phone phone = caller();
        phone.heard().awaitPrompt("greeting", "ne", SOON);
        phone.presses("1");
        phone.heard().awaitPrompt("category.stress", "ne", SOON);
        phone.presses("9");
        return phone;
    }

    @Test
    @Order(7)
    void anOrderlyStopDropsNoCallNeitherInAPromptNorInARoom() {
        running();
        try (Phone waiting = callerInTheGroup(); Phone asha = callerAtTheMenu()) {
            app.stop();
            Duration stopped = asha.heard().now();
            asha.heard().awaitPrompt("shell.moment", "ne", SOON);
            Span.of(waiting, Duration.ofSeconds(2));
            assertThat(List.of(asha.isUp(), waiting.isUp())).containsExactly(true, true);
            assertThat(waiting.heard().audibleShare(stopped, waiting.heard().now().minusSeconds(1)))
                    .as("the music of who waits").isGreaterThan(0.5);
        }
    }
}
