package np.saathi.telephony.asterisk;

import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.telephony.asterisk.ScriptedAsterisk.ENTERING;
import static np.saathi.telephony.asterisk.ScriptedAsterisk.GONE;
import static np.saathi.telephony.asterisk.ScriptedAsterisk.SAYING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import np.saathi.dev.DefaultProperties;
import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.Departure;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.Recorded;
import np.saathi.telephony.Room;
import np.saathi.telephony.Seat;
import np.saathi.telephony.Step;

/** How the verbs of a call become commands, and what the replies do to it. */
class AgiPhoneLineTests {
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final Spoken MENU = Spoken.of(MAIN_MENU);
    private static final Seat SEAT = new Seat(new Room("rabc123"), Seat.Role.CALLER, 9, true);

    private final Drain drain = new Drain();

    @Test
    void keyDuringTheWorkOfTheAppAnswersTheNextQuestion() {
        CountDownLatch heard = new CountDownLatch(1);
        assertThat(this.<Optional<Key>>over(asterisk -> asterisk.answers("WAIT FOR DIGIT", "200 result=51")
                .when("WAIT FOR DIGIT", heard::countDown), line -> {
                    assertThat(line.<String>meanwhile(() -> {
                        heard.await();
                        return "done";
                    })).isEqualTo("done");
                    return line.ask(MENU, SIX);
                })).contains(Key.THREE);
    }

    @Test
    void keysDuringTheWorkAreAllKeptInTheirOrder() {
        CountDownLatch heard = new CountDownLatch(1);
        calls(asterisk -> asterisk.answers("WAIT FOR DIGIT", "200 result=51", "200 result=42", "200 result=35")
                .when(SAYING, () -> {
                    throw new AssertionError("nothing is to be said");
                }), line -> {
                    line.during(() -> {
                        try {
                            heard.await(300, java.util.concurrent.TimeUnit.MILLISECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                    assertThat(line.ask(MENU, SIX)).contains(Key.THREE);
                    assertThat(line.ask(MENU, SIX)).contains(Key.STAR);
                    assertThat(line.ask(MENU, SIX)).contains(Key.HASH);
                });
    }

    @Test
    void zeroDuringTheWorkIsHelpAtOnce() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> over(asterisk -> asterisk.answers("WAIT FOR DIGIT", "200 result=48"),
                line -> line.<Boolean>meanwhile(() -> never.await(20, java.util.concurrent.TimeUnit.SECONDS))))
                .isInstanceOf(HelpPressed.class);
        never.countDown();
    }

    @Test
    void hangUpDuringTheWorkEndsTheCall() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> over(asterisk -> asterisk.answers("WAIT FOR DIGIT", GONE),
                line -> line.<Boolean>meanwhile(() -> never.await(20, java.util.concurrent.TimeUnit.SECONDS))))
                .isInstanceOf(CallerHungUp.class);
        never.countDown();
    }

    @Test
    void failureOfTheWorkIsThrownAsItIs() {
        assertThatThrownBy(() -> over(asterisk -> asterisk, line -> line.<String>meanwhile(() -> {
            throw new IllegalArgumentException("as it is");
        }))).isInstanceOf(IllegalArgumentException.class).hasMessage("as it is");
    }

    @Test
    void keyThatCutsAStatementAnswersTheNextQuestionUnheard() {
        calls(asterisk -> asterisk.answers(SAYING, "200 result=50"), line -> {
            line.say(Spoken.of(GREETING));
            line.say(Spoken.of(GREETING));
            assertThat(line.ask(MENU, SIX)).contains(Key.TWO);
        }, asterisk -> assertThat(asterisk.commands(SAYING)).hasSize(1));
    }

    @Test
    void zeroIsHelpInEveryVerbThatListens() {
        assertHelp(asterisk -> asterisk.answers(SAYING, "200 result=48"), line -> line.say(MENU));
        assertHelp(asterisk -> asterisk.answers(SAYING, "200 result=48"), line -> line.ask(MENU, SIX));
        assertHelp(asterisk -> asterisk.answers("WAIT FOR DIGIT", "200 result=48"),
                line -> line.ask(Spoken.nothing(), SIX));
        assertHelp(asterisk -> asterisk.answers("STREAM FILE", "200 result=48 endpos=10"),
                line -> line.askFor(EnumSet.of(Key.ONE), MENU, SIX));
        assertHelp(asterisk -> asterisk.answers("STREAM FILE", "200 result=48 endpos=10"),
                line -> line.play(new Recorded(Path.of("/dev/shm/r/1.wav"), SIX)));
    }

    @Test
    void zeroThatEndsARecordingIsThrownByWhateverVerbComesNext() {
        for (Consumer<AgiPhoneLine> next : java.util.List.<Consumer<AgiPhoneLine>>of(line -> line.say(MENU),
                line -> line.ask(MENU, SIX), line -> line.askFor(EnumSet.of(Key.ONE), MENU, SIX),
                AgiPhoneLine::forgetKeys, line -> line.during(() -> {}), line -> line.enter(SEAT),
                line -> line.play(new Recorded(Path.of("/dev/shm/r/1.wav"), SIX)))) {
            calls(asterisk -> asterisk.answers("RECORD FILE", "200 result=48 (dtmf) endpos=800"), line -> {
                Recorded kept = line.record(SIX);
                assertThat(kept.file().toString()).endsWith(".wav");
                assertThatThrownBy(() -> next.accept(line)).isInstanceOf(HelpPressed.class);
            });
        }
    }

    @Test
    void otherKeyThatEndsARecordingAnswersNothing() {
        calls(asterisk -> asterisk.answers("RECORD FILE", "200 result=49 (dtmf) endpos=800"), line -> {
            line.record(SIX);
            assertThat(line.ask(MENU, SIX)).isEmpty();
        });
    }

    @Test
    void onlyTheKeysAskedForCount() {
        calls(asterisk -> asterisk.answers("WAIT FOR DIGIT", "200 result=57", "200 result=49"), line -> {
            line.pressedAhead(Key.ONE);
            assertThat(line.askFor(EnumSet.of(Key.ONE), MENU, SIX)).contains(Key.ONE);
        }, asterisk -> {
            assertThat(asterisk.commands("STREAM FILE")).singleElement().asString().contains("main.menu")
                    .contains("10");
            assertThat(asterisk.commands("WAIT FOR DIGIT")).hasSize(2);
        });
    }

    @Test
    void keysPressedAheadAreForgottenBeforeARoom() {
        calls(asterisk -> asterisk.has("CONFBRIDGE_RESULT", "").when(ENTERING, () -> {}), line -> {
            line.pressedAhead(Key.FIVE);
            assertThatThrownBy(() -> line.enter(SEAT)).isInstanceOf(IllegalStateException.class);
            assertThat(line.ask(MENU, SIX)).isEmpty();
        });
    }

    @Test
    void roomIsEnteredWithItsSettingsAndWithoutWatchdog() {
        ScriptedAsterisk[] seen = new ScriptedAsterisk[1];
        calls(asterisk -> {
            seen[0] = asterisk;
            return asterisk.when(ENTERING, () -> asterisk.has("CONFBRIDGE_RESULT", "DTMF"));
        }, line -> {
            assertThat(line.enter(SEAT)).isEqualTo(Departure.LEFT);
        });
        assertThat(seen[0].commands(ENTERING)).containsExactly("EXEC \"ConfBridge\" \"rabc123\"");
        assertThat(seen[0].variable("CONFBRIDGE(bridge,template)")).isEqualTo("room");
        assertThat(seen[0].variable("CONFBRIDGE(bridge,max_members)")).isEqualTo("9");
        assertThat(seen[0].variable("CONFBRIDGE(user,template)")).isEqualTo("caller");
        assertThat(seen[0].variable("CONFBRIDGE(user,startmuted)")).isEqualTo("yes");
        assertThat(seen[0].variable("CONFBRIDGE(menu,template)")).isEqualTo("caller_keys");
        assertThat(seen[0].variable("TIMEOUT(absolute)")).isEqualTo("0");
        assertThat(seen[0].variable("CONFBRIDGE_RESULT")).isEmpty();
    }

    @Test
    void reasonToLeaveIsReadOnceAndCleared() {
        ScriptedAsterisk[] seen = new ScriptedAsterisk[1];
        calls(asterisk -> {
            seen[0] = asterisk;
            return asterisk.when(ENTERING, () -> asterisk.has("CONFBRIDGE_RESULT", "KICKED").has("MOVE", "ended"));
        }, line -> {
            assertThat(line.enter(SEAT)).isEqualTo(Departure.ENDED);
            assertThat(line.departure()).isEmpty();
        });
        assertThat(seen[0].variable("MOVE")).isEmpty();
    }

    @Test
    void hangUpInTheRoomIsAHangUp() {
        assertThatThrownBy(() -> over(asterisk -> asterisk.when(ENTERING,
                () -> asterisk.answers("GET VARIABLE", ScriptedAsterisk.DEAD)), line -> line.enter(SEAT)))
                .isInstanceOf(CallerHungUp.class);
    }

    @Test
    void watchdogIsLongerThanTheWordsAndTheSilence() {
        calls(asterisk -> asterisk, line -> line.ask(MENU, SIX), asterisk -> assertThat(Integer.parseInt(
                asterisk.variable("TIMEOUT(absolute)"))).isBetween(2 + 6 + 3, 2 + 6 + 5));
    }

    @Test
    void checkpointIsOnTheChannelAndTheTriesAreTheShellsOwn() {
        calls(asterisk -> asterisk.has("TRIES", "2"), line -> {
            assertThat(line.step()).isEqualTo(Step.START);
            line.reach(Step.ROOM);
            assertThat(line.step()).isEqualTo(Step.ROOM);
        }, asterisk -> {
            assertThat(asterisk.variable("STEP")).isEqualTo("room");
            assertThat(asterisk.variable("TRIES")).isEqualTo("2");
        });
    }

    @Test
    void callIsInterruptedWhenItIsMetAfterTheStartAndNotByTheCrisisPath() {
        assertThat(over(asterisk -> asterisk, AgiPhoneLine::interrupted)).isFalse();
        assertThat(over(asterisk -> asterisk.has("STEP", "room"), AgiPhoneLine::interrupted)).isTrue();
        assertThat(over(asterisk -> asterisk.has("STEP", "room").has("CRISIS_BACK", "1"), AgiPhoneLine::interrupted))
                .isFalse();
    }

    @Test
    void languageIsTheChannelsOwn() {
        calls(asterisk -> asterisk.has("CHANNEL(language)", "ne"), line -> {
            assertThat(line.language()).isEqualTo(Language.NEPALI);
            line.speak(Language.ENGLISH);
            assertThat(line.language()).isEqualTo(Language.ENGLISH);
        }, asterisk -> assertThat(asterisk.variable("CHANNEL(language)")).isEqualTo("en"));
    }

    @Test
    void numberIsReadFromTheHeadersOfTheCall() {
        assertThat(this.<String>over(asterisk -> asterisk.has("${PJSIP_HEADER(read,From)}",
                "\"x\" <sip:9841000001@10.0.0.1>;tag=as1"), line -> line.number().orElseThrow().digits()))
                .isEqualTo("9779841000001");
    }

    @Test
    void whenTheAppStopsTheNextVerbGivesTheCallBack() {
        assertThatThrownBy(() -> calls(asterisk -> asterisk, line -> {
            line.say(MENU);
            drain.begin();
            line.say(MENU);
        })).isInstanceOf(Drain.Draining.class);
    }

    private void calls(Function<ScriptedAsterisk, ScriptedAsterisk> script, Consumer<AgiPhoneLine> call) {
        calls(script, call, _ -> {});
    }

    private void calls(Function<ScriptedAsterisk, ScriptedAsterisk> script, Consumer<AgiPhoneLine> call,
            Consumer<ScriptedAsterisk> then) {
        ScriptedAsterisk[] used = new ScriptedAsterisk[1];
        over(asterisk -> {
            used[0] = asterisk;
            return script.apply(asterisk);
        }, line -> {
            call.accept(line);
            return true;
        });
        then.accept(used[0]);
    }

    private <T> T over(Function<ScriptedAsterisk, ScriptedAsterisk> script, Function<AgiPhoneLine, T> call) {
        return ScriptedAsterisk.over(asterisk -> script.apply(asterisk.has("CHANNEL(language)", "ne")), wire -> call
                .apply(new AgiPhoneLine(wire, (_, _) -> Duration.ofSeconds(2),
                        DefaultProperties.of(DialogueTimeouts.class), Path.of("/dev/shm/r"), drain)));
    }

    private void assertHelp(Function<ScriptedAsterisk, ScriptedAsterisk> script, Consumer<AgiPhoneLine> verb) {
        assertThatThrownBy(() -> calls(script, verb)).isInstanceOf(HelpPressed.class);
    }
}
