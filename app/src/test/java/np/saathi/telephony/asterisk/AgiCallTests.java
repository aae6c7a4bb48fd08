package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessResourceFailureException;

import np.saathi.dev.DefaultProperties;
import np.saathi.dev.junit.LogRecorder;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.CallId;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;

/** What the dialplan is told when a flow is over, whichever way. */
class AgiCallTests {
    private final Drain drain = new Drain();
    private final Channels channels = new Channels();
    private final Semaphore free = new Semaphore(1);
    private final KeylessCalls keyless = new KeylessCalls(InstantSource.system());
    private boolean away;
    @RegisterExtension
    private final LogRecorder log = LogRecorder.of(AgiCall.class.getName());

    @Test
    void flowThatEndsSaysSoLast() {
        for (Door door : new Door[]{Door.CALLER, Door.VOLUNTEER}) {
            ScriptedAsterisk asterisk = call(door, line -> line.say(Spoken.of(Prompt.GOODBYE)));
            assertThat(asterisk.variable("APP_DONE")).isEqualTo("1");
            assertThat(asterisk.variable("MOVE")).isEmpty();
            assertThat(ownCommands(asterisk)).last().isEqualTo("SET VARIABLE \"APP_DONE\" \"1\"");
        }
    }

    @Test
    void nestedCallsHaveVariablesOfTheirOwn() {
        ScriptedAsterisk key = call(Door.ROOM_KEY, _ -> {});
        assertThat(key.variable("KEY_DONE")).isEqualTo("1");
        assertThat(key.variable("APP_DONE")).isEmpty();
        ScriptedAsterisk callback = call(Door.CRISIS_CALLBACK, _ -> {});
        assertThat(callback.variable("CALLBACK")).isEqualTo("kept");
        assertThat(callback.variable("APP_DONE")).isEmpty();
    }

    private Optional<PhoneNumber> phoneOf(String callback) {
        if (away) {
            throw new DataAccessResourceFailureException("no database in this test");
        }
        return callback.equals("ring-of-asha") ? PhoneNumber.parse("9841000001") : Optional.empty();
    }

    @Test
    void aCallThatWePlacedIsOfThePhoneThatWeRang() {
        List<Optional<PhoneNumber>> seen = new ArrayList<>();
        Scene scene = new Scene(Door.CALLER, line -> seen.add(line.number()));
        scene.play(asterisk -> asterisk.has("CALLBACK_NAME", "ring-of-asha"));
        scene.play(asterisk -> asterisk.has("CALLBACK_NAME", "another"));
        away = true;
        ScriptedAsterisk withoutDatabase = scene.play(asterisk -> asterisk.has("CALLBACK_NAME", "ring-of-asha"));
        assertThat(seen).containsExactly(PhoneNumber.parse("9841000001"), Optional.empty(), Optional.empty());
        assertThat(withoutDatabase.variable("APP_DONE")).isEqualTo("1");
    }

    /** The exchange gave it three seconds, in which a person in need waits in silence. */
    @Test
    void aCallWithinTheCrisisPathStaysUnderTheExchangesWatch() {
        assertThat(call(Door.CRISIS_CALLBACK, _ -> {}).commands("SET VARIABLE")).noneMatch(
                command -> command.contains("TIMEOUT"));
        assertThat(call(Door.CALLER, _ -> {}).commands("SET VARIABLE")).anyMatch(
                command -> command.contains("TIMEOUT"));
    }

    @Test
    void zeroAsksForTheCrisisPathAndIsNotDone() {
        ScriptedAsterisk asterisk = call(Door.CALLER, _ -> {
            throw new HelpPressed();
        });
        assertThat(asterisk.variable("HELP")).isEqualTo("1");
        assertThat(asterisk.variable("APP_DONE")).isEmpty();
    }

    @Test
    void aCallThatWasAskedSomethingCountsByWhetherAKeyCame() {
        call(Door.CALLER, line -> line.say(Spoken.of(Prompt.GREETING)));
        assertThat(keyless.lastHour()).isEqualTo(new KeylessCalls.Count(0, 0));
        call(Door.CALLER, line -> line.ask(Spoken.of(Prompt.MAIN_MENU), Duration.ofMillis(200)));
        assertThat(keyless.lastHour()).isEqualTo(new KeylessCalls.Count(1, 1));
        new Scene(Door.CALLER, line -> line.ask(Spoken.of(Prompt.MAIN_MENU), Duration.ofMillis(200)))
                .play(asterisk -> asterisk.answers(ScriptedAsterisk.SAYING, "200 result=48"));
        new Scene(Door.CALLER, line -> line.ask(Spoken.of(Prompt.MAIN_MENU), Duration.ofMillis(200)))
                .play(asterisk -> asterisk.answers(ScriptedAsterisk.SAYING, ScriptedAsterisk.GONE));
        call(Door.ROOM_KEY, line -> line.ask(Spoken.of(Prompt.MAIN_MENU), Duration.ofMillis(200)));
        assertThat(keyless.lastHour()).isEqualTo(new KeylessCalls.Count(3, 2));
    }

    @Test
    void numbersAndEndAreLeftToTheExchange() {
        ScriptedAsterisk asterisk = call(Door.CALLER, PhoneLine::sayNumbersAndEnd);
        assertThat(asterisk.variable("MOVE")).isEqualTo("farewell");
        assertThat(asterisk.variable("APP_DONE")).isEmpty();
    }

    @Test
    void failureTellsNothingSoThatTheExchangeTriesAgain() {
        ScriptedAsterisk asterisk = call(Door.CALLER, _ -> {
            throw new IllegalStateException("a fault of ours");
        });
        assertThat(asterisk.variable("APP_DONE")).isEmpty();
        assertThat(asterisk.variable("MOVE")).isEmpty();
        assertThat(logged()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage()).contains(ScriptedAsterisk.UNIQUE_ID);
        });
    }

    @Test
    void hangUpIsNoErrorInTheLog() {
        new Scene(Door.CALLER, line -> line.say(Spoken.of(Prompt.GREETING)))
                .play(asterisk -> asterisk.answers(ScriptedAsterisk.SAYING, ScriptedAsterisk.GONE));
        assertThat(logged()).isEmpty();
        new Scene(Door.CALLER, line -> line.say(Spoken.of(Prompt.GREETING)))
                .play(asterisk -> asterisk.answers("SET VARIABLE", ScriptedAsterisk.CLOSED));
        assertThat(logged()).isEmpty();
    }

    @Test
    void whatCanNotBeDoneIsDeclinedWithoutAWord() {
        ScriptedAsterisk asterisk = call(Door.CRISIS_CALLBACK, _ -> {
            throw new CallHandler.Declined("no number");
        });
        assertThat(asterisk.variable("CALLBACK")).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void oneCallTooManyHearsThatWeAreBusy() {
        assertThat(free.tryAcquire()).isTrue();
        ScriptedAsterisk asterisk = call(Door.CALLER, _ -> {
            throw new AssertionError("not to be answered");
        });
        assertThat(asterisk.variable("MOVE")).isEqualTo("busy");
        assertThat(asterisk.variable("APP_DONE")).isEmpty();
        assertThat(free.availablePermits()).isZero();
    }

    @Test
    void keysAreServedWhenWeAreBusy() {
        assertThat(free.tryAcquire()).isTrue();
        assertThat(call(Door.ROOM_KEY, _ -> {}).variable("KEY_DONE")).isEqualTo("1");
    }

    @Test
    void placeIsFreeAgainHoweverTheCallEnded() {
        call(Door.CALLER, _ -> {});
        call(Door.CALLER, _ -> {
            throw new HelpPressed();
        });
        call(Door.CALLER, _ -> {
            throw new IllegalStateException("a fault of ours");
        });
        new Scene(Door.CALLER, line -> line.say(Spoken.of(Prompt.GREETING)))
                .play(asterisk -> asterisk.answers(ScriptedAsterisk.SAYING, ScriptedAsterisk.DEAD));
        assertThat(free.availablePermits()).isOne();
    }

    @Test
    void whenTheAppStopsTheCallGoesBackToTheExchange() {
        ScriptedAsterisk asterisk = call(Door.CALLER, line -> {
            drain.begin();
            line.say(Spoken.of(Prompt.GREETING));
        });
        assertThat(asterisk.variable("APP_DONE")).isEmpty();
        assertThat(asterisk.variable("MOVE")).isEmpty();
        assertThat(asterisk.commands(ScriptedAsterisk.SAYING)).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void watchdogIsOffAsTheFirstAct() {
        ScriptedAsterisk asterisk = call(Door.CALLER, _ -> {});
        assertThat(asterisk.commands()).first().isEqualTo("SET VARIABLE \"TIMEOUT(absolute)\" \"0\"");
    }

    @Test
    void keyOfARoomIsPressedAhead() {
        List<Optional<Key>> pressed = new ArrayList<>();
        new Scene(Door.ROOM_KEY, line -> pressed.add(line.ask(Spoken.nothing(), Duration.ofMillis(1))))
                .play(asterisk -> asterisk.has("KEY", "*"));
        assertThat(pressed).containsExactly(Optional.of(Key.STAR));
    }

    @Test
    void channelIsKnownByItsName() {
        call(Door.CALLER, _ -> {});
        assertThat(channels.nameOf(new CallId(ScriptedAsterisk.UNIQUE_ID))).contains(ScriptedAsterisk.CHANNEL);
    }

    private ScriptedAsterisk call(Door door, Consumer<PhoneLine> flow) {
        return new Scene(door, flow).play(asterisk -> asterisk);
    }

    private List<ILoggingEvent> logged() {
        return log.events().stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.INFO)).toList();
    }

    /** asterisk-java sets a status of its own when a script is over. */
    private static List<String> ownCommands(ScriptedAsterisk asterisk) {
        return asterisk.commands().stream().filter(command -> !command.contains("AJ_AGISTATUS")).toList();
    }

    private final class Scene {
        private final AgiCall call;

        Scene(Door door, Consumer<PhoneLine> flow) {
            CallHandler handler = new CallHandler() {
                @Override
                public Door door() {
                    return door;
                }

                @Override
                public void answer(PhoneLine line) {
                    flow.accept(line);
                }
            };
            call = new AgiCall(handler, (_, _) -> Duration.ofSeconds(1), DefaultProperties.of(DialogueTimeouts.class),
                    Path.of("/dev/shm/r"), drain, channels,
                    AgiCallTests.this::phoneOf, free, keyless, new CallerSpread(InstantSource.system()));
        }

        ScriptedAsterisk play(java.util.function.UnaryOperator<ScriptedAsterisk> script) {
            try (ScriptedAsterisk asterisk = new ScriptedAsterisk(call)) {
                return script.apply(asterisk.has("CHANNEL(language)", "ne")).call();
            }
        }
    }
}
