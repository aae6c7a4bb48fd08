package np.saathi.telephony;

import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.RATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.junit.jupiter.api.Test;

import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;

/**
 * What every {@link PhoneLine} keeps to, whether a test plays it or Asterisk: each rule is a call with our side of it
 * and a {@link Person} on the other. Flows may rely on nothing else.
 */
public abstract class PhoneLineContract {
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final String NUMBER = "9841000001";

    /** Who is on the other end: told beforehand what to do at which sentence, and asked afterwards what was heard. */
    public interface Person {
        Person from(String number);

        Person withheld();

        /** Presses these keys while that sentence is said. */
        Person during(Prompt words, String keys);

        /** Answers the question that ends with that sentence. */
        Person after(Prompt words, String keys);

        /** Once that sentence is over, speaks for a second, and then presses these keys. */
        Person speaksAfter(Prompt words, String keys);

        /** Once that sentence is over, speaks for a second, and then hangs up. */
        Person speaksAfterAndHangsUp(Prompt words);

        Person hangsUpDuring(Prompt words);

        /** Once in the room, presses this key. */
        Person inTheRoom(String key);

        Person hangsUpInTheRoom();

        /** Presses these keys now. */
        void presses(String keys);

        /** The sentences of which the beginning was heard, in order. */
        List<String> heard();

        /** Whether what was spoken came back. */
        boolean heardItself();
    }

    protected abstract Person person();

    /** A whole call of this person; what our side of it throws is thrown here. */
    protected abstract void call(Person person, Consumer<PhoneLine> ourSide);

    /** How long slow work lasts: longer than a key takes from a finger to the line. */
    protected abstract Duration slowWork();

    @Test
    void wordsAreSaidInTheirOrder() {
        Person asha = person();
        call(asha, line -> {
            line.say(Spoken.of(GREETING, RATING));
            line.say(Spoken.of(MAIN_MENU));
        });
        assertThat(asha.heard()).containsExactly("greeting", "rating", "main.menu");
    }

    @Test
    void keyCutsWordsShortAndAnswersTheNextQuestionUnheard() {
        Person asha = person().during(GREETING, "1");
        call(asha, line -> {
            line.say(Spoken.of(GREETING));
            line.say(Spoken.of(RATING));
            assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(Key.ONE);
        });
        assertThat(asha.heard()).containsExactly("greeting");
    }

    @Test
    void questionIsAnsweredDuringItsWordsOrAfterThem() {
        Person asha = person().during(MAIN_MENU, "5").after(RATING, "9");
        call(asha, line -> {
            assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(Key.FIVE);
            assertThat(line.ask(Spoken.of(RATING), SIX)).contains(Key.NINE);
        });
    }

    @Test
    void silenceIsNoAnswer() {
        Person asha = person();
        call(asha, line -> {
            assertThat(line.ask(Spoken.of(RATING), SHORT)).isEmpty();
            assertThat(line.ask(Spoken.nothing(), SHORT)).isEmpty();
        });
        assertThat(asha.heard()).containsExactly("rating");
    }

    @Test
    void starAndHashAreKeysAsAnyOther() {
        Person asha = person().during(MAIN_MENU, "*").after(RATING, "#");
        call(asha, line -> {
            assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(Key.STAR);
            assertThat(line.ask(Spoken.of(RATING), SIX)).contains(Key.HASH);
        });
    }

    @Test
    void keysInQuickSuccessionAnswerOneQuestionEach() {
        Person asha = person().during(MAIN_MENU, "314*5");
        call(asha, line -> {
            for (Key key : List.of(Key.THREE, Key.ONE, Key.FOUR, Key.STAR, Key.FIVE)) {
                assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(key);
            }
        });
    }

    @Test
    void numberEndsWithItsLastDigitWithStarOrHashOrWithSilence() {
        Person asha = person().during(MAIN_MENU, "314").after(RATING, "51#").during(GREETING, "27*");
        call(asha, line -> {
            assertThat(line.keyIn(Spoken.of(MAIN_MENU), 3, SIX)).isEqualTo("314");
            assertThat(line.keyIn(Spoken.of(RATING), 6, SIX)).isEqualTo("51#");
            assertThat(line.keyIn(Spoken.of(GREETING), 6, SIX)).isEqualTo("27*");
        });
        call(person().during(GREETING, "6"), line -> {
            assertThat(line.keyIn(Spoken.of(GREETING), 6, SHORT)).isEqualTo("6");
            assertThat(line.keyIn(Spoken.nothing(), 6, SHORT)).isEmpty();
        });
    }

    @Test
    void numberThatIsTypedAheadIsTakenUnasked() {
        Person asha = person().during(MAIN_MENU, "931234*");
        call(asha, line -> {
            assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(Key.NINE);
            assertThat(line.ask(Spoken.of(RATING), SIX)).contains(Key.THREE);
            assertThat(line.keyIn(Spoken.of(GREETING), 4, SIX)).isEqualTo("1234");
            assertThat(line.ask(Spoken.of(RATING), SIX)).contains(Key.STAR);
        });
    }

    @Test
    void keyDuringTheWorkOfTheAppIsKept() {
        Person asha = person();
        call(asha, line -> {
            assertThat(line.<String>meanwhile(() -> {
                asha.presses("7");
                work();
                return "done";
            })).isEqualTo("done");
            assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(Key.SEVEN);
        });
        assertThat(asha.heard()).isEmpty();
    }

    @Test
    void theWorkMayAskWhoCallsInWhichLanguageAndNothingElse() {
        Person asha = person().from(NUMBER);
        call(asha, line -> {
            assertThat(line.<Optional<PhoneNumber>>meanwhile(line::number)).isEqualTo(PhoneNumber.parse(NUMBER));
            assertThat(line.<Language>meanwhile(line::language)).isEqualTo(line.language());
            assertThatIllegalStateException().isThrownBy(() -> line.during(() -> line.note("WORD", "a")));
            assertThatIllegalStateException().isThrownBy(() -> line.during(() -> line.say(Spoken.of(MAIN_MENU))));
            assertThat(line.noted("WORD")).isEmpty();
        });
    }

    @Test
    void keysDuringTheWorkAreKeptInTheirOrder() {
        Person asha = person();
        call(asha, line -> {
            line.during(() -> {
                asha.presses("21");
                work();
            });
            assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(Key.TWO);
            assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(Key.ONE);
        });
    }

    @Test
    void zeroIsHelpWhereverItIsPressed() {
        for (Consumer<PhoneLine> verb : List.<Consumer<PhoneLine>>of(line -> line.say(Spoken.of(GREETING)),
                line -> line.ask(Spoken.of(GREETING), SIX), line -> line.keyIn(Spoken.of(GREETING), 4, SIX),
                line -> line.askFor(EnumSet.of(Key.ONE), Spoken.of(GREETING), SIX))) {
            assertThatThrownBy(() -> call(person().during(GREETING, "0"), verb)).isInstanceOf(HelpPressed.class);
        }
        assertThatThrownBy(() -> call(person().after(RATING, "0"), line -> line.ask(Spoken.of(RATING), SIX)))
                .isInstanceOf(HelpPressed.class);
    }

    @Test
    void zeroDuringTheWorkIsHelp() {
        Person asha = person();
        assertThatThrownBy(() -> call(asha, line -> line.during(() -> {
            asha.presses("0");
            work();
        }))).isInstanceOf(HelpPressed.class);
    }

    @Test
    void zeroBehindAnotherKeyIsHelpInTheNextVerb() {
        assertThatThrownBy(() -> call(person().during(GREETING, "10"), line -> {
            line.say(Spoken.of(GREETING));
            assertThat(line.ask(Spoken.nothing(), SIX)).contains(Key.ONE);
            line.ask(Spoken.of(MAIN_MENU), SIX);
        })).isInstanceOf(HelpPressed.class);
    }

    @Test
    void onlyTheKeysAskedForCutWordsShortAndCount() {
        Person asha = person().during(GREETING, "3").during(MAIN_MENU, "25");
        call(asha, line -> {
            line.say(Spoken.of(GREETING));
            assertThat(line.askFor(EnumSet.of(Key.FIVE), Spoken.of(MAIN_MENU), SHORT)).contains(Key.FIVE);
            assertThat(line.ask(Spoken.nothing(), SHORT)).isEmpty();
        });
    }

    @Test
    void whatMustBeHeardIsHeardWhateverIsPressed() {
        Person asha = person().during(GREETING, "9");
        call(asha, line -> {
            assertThat(line.askFor(EnumSet.noneOf(Key.class), Spoken.of(GREETING), Duration.ZERO)).isEmpty();
            assertThat(line.askFor(EnumSet.of(Key.ONE), Spoken.of(RATING), Duration.ZERO)).isEmpty();
        });
        assertThat(asha.heard()).containsExactly("greeting", "rating");
    }

    @Test
    void forgottenKeysAnswerNothing() {
        Person asha = person().during(GREETING, "1").after(MAIN_MENU, "2");
        call(asha, line -> {
            line.say(Spoken.of(GREETING));
            line.forgetKeys();
            assertThat(line.ask(Spoken.of(MAIN_MENU), SIX)).contains(Key.TWO);
        });
    }

    @Test
    void hangUpIsThrownByTheVerbAndByEveryOneAfterIt() {
        assertThatThrownBy(() -> call(person().hangsUpDuring(GREETING), line -> {
            assertThatThrownBy(() -> line.say(Spoken.of(GREETING))).isInstanceOf(CallerHungUp.class);
            assertThatThrownBy(() -> line.ask(Spoken.of(RATING), SIX)).isInstanceOf(CallerHungUp.class);
            line.reach(Step.MENU);
        })).isInstanceOf(CallerHungUp.class);
    }

    @Test
    void checkpointIsWhereTheCallIs() {
        call(person(), line -> {
            assertThat(line.step()).isEqualTo(Step.START);
            assertThat(line.interrupted()).isFalse();
            for (Step step : Step.values()) {
                line.reach(step);
                assertThat(line.step()).isEqualTo(step);
            }
            assertThat(line.departure()).isEmpty();
            assertThat(line.noted("NO_SUCH_NOTE")).isEmpty();
            line.note("A_NOTE", "135792");
            assertThat(line.noted("A_NOTE")).isEqualTo("135792");
        });
    }

    @Test
    void languageIsSpokenFromThenOn() {
        Person asha = person();
        call(asha, line -> {
            assertThat(line.language()).isEqualTo(Language.NEPALI);
            line.speak(Language.ENGLISH);
            assertThat(line.language()).isEqualTo(Language.ENGLISH);
            line.say(Spoken.of(RATING).in(Language.NEPALI));
        });
        assertThat(asha.heard()).containsExactly("rating");
    }

    @Test
    void numberIsTheCallersOrWithheld() {
        call(person().from(NUMBER), line -> assertThat(line.number()).isEqualTo(
                PhoneNumber.parse("9779841000001")));
        call(person().withheld(), line -> assertThat(line.number()).isEmpty());
    }

    @Test
    void recordingEndsByAKeyThatAnswersNothingAndPlaysBack() {
        Person asha = person().speaksAfter(RATING, "#");
        call(asha, line -> {
            line.say(Spoken.of(RATING));
            Recorded recorded = line.record(Duration.ofSeconds(20));
            assertThat(recorded.file()).exists();
            assertThat(recorded.length()).isPositive().isLessThan(Duration.ofSeconds(20));
            line.play(recorded);
            assertThat(line.ask(Spoken.nothing(), SHORT)).isEmpty();
            recorded.discard();
            assertThat(Files.exists(recorded.file())).isFalse();
            recorded.discard();
        });
        assertThat(asha.heardItself()).isTrue();
    }

    @Test
    void aSoundThatIsNoPromptIsPlayedAndNothingOfItStays() {
        Person asha = person().speaksAfter(RATING, "#");
        call(asha, line -> {
            line.say(Spoken.of(RATING));
            Recorded recorded = line.record(Duration.ofSeconds(20));
            byte[] sound = alaw(recorded.file());
            recorded.discard();
            line.play(sound);
            assertThat(line.ask(Spoken.nothing(), SHORT)).isEmpty();
            assertThat(recorded.file().toAbsolutePath().getParent()).isEmptyDirectory();
        });
        assertThat(asha.heardItself()).isTrue();
    }

    /** Of a WAV; the scripted caller's have nothing in them. */
    private static byte[] alaw(Path wav) {
        try {
            if (Files.size(wav) == 0) {
                return new byte[8000];
            }
            try (AudioInputStream sound = AudioSystem.getAudioInputStream(wav.toFile())) {
                return AudioSystem.getAudioInputStream(AudioFormat.Encoding.ALAW, sound).readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedAudioFileException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void zeroThatEndsARecordingIsThrownNextAndTheRecordingIsThere() {
        assertThatThrownBy(() -> call(person().speaksAfter(RATING, "0"), line -> {
            line.say(Spoken.of(RATING));
            Recorded recorded = line.record(Duration.ofSeconds(20));
            assertThat(recorded.file()).exists();
            recorded.discard();
            line.say(Spoken.of(GREETING));
        })).isInstanceOf(HelpPressed.class);
    }

    @Test
    void hangUpThatEndsARecordingIsThrownNextAndTheRecordingIsThere() {
        assertThatThrownBy(() -> call(person().speaksAfterAndHangsUp(RATING), line -> {
            line.say(Spoken.of(RATING));
            Recorded recorded = line.record(Duration.ofSeconds(20));
            assertThat(recorded.length()).isPositive().isLessThan(Duration.ofSeconds(20));
            assertThat(alaw(recorded.file())).as("whole, its length told").isNotEmpty();
            recorded.discard();
            line.say(Spoken.of(GREETING));
        })).isInstanceOf(CallerHungUp.class);
    }

    @Test
    void hashLeavesTheRoomAndTheCallGoesOn() {
        Person asha = person().inTheRoom("#");
        call(asha, line -> {
            assertThat(line.enter(seat())).isEqualTo(Departure.LEFT);
            assertThat(line.departure()).isEmpty();
            line.say(Spoken.of(RATING));
        });
        assertThat(asha.heard()).containsExactly("rating");
    }

    @Test
    void zeroLeavesTheRoomForTheCrisisPath() {
        call(person().inTheRoom("0"), line -> assertThat(line.enter(seat())).isEqualTo(Departure.CRISIS));
    }

    @Test
    void keyFromBeforeTheRoomAnswersNothingAfterIt() {
        Person asha = person().during(GREETING, "5").inTheRoom("#");
        call(asha, line -> {
            line.say(Spoken.of(GREETING));
            assertThat(line.enter(seat())).isEqualTo(Departure.LEFT);
            assertThat(line.ask(Spoken.of(RATING), SHORT)).isEqualTo(Optional.empty());
        });
    }

    @Test
    void hangUpInTheRoomIsAHangUp() {
        assertThatThrownBy(() -> call(person().hangsUpInTheRoom(), line -> line.enter(seat())))
                .isInstanceOf(CallerHungUp.class);
    }

    private static Seat seat() {
        return new Seat(Room.random(), Seat.Role.CALLER, 9, false);
    }

    private void work() {
        try {
            // nobody counts it down: this is what slow work looks like from outside
            assertThat(new CountDownLatch(1).await(slowWork().toMillis(), TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
