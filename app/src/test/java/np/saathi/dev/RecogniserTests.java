package np.saathi.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sentence is known by how it sounds, and no other is taken for it. */
class RecogniserTests {
    private static final int SECOND = Timeline.RATE;

    @TempDir
    Path sounds;

    private SpokenPrompts prompts;

    @BeforeEach
    void write() throws Exception {
        TestSounds.writeTo(sounds);
        // "To the group press one" and "To the group press two": the first second is the same.
        short[] shared = TestSounds.sentence("shared");
        put("first", joined(Arrays.copyOf(shared, SECOND), TestSounds.sentence("one")));
        put("second", joined(Arrays.copyOf(shared, SECOND), TestSounds.sentence("two")));
        // A sentence that is the beginning of another.
        put("greeting", Arrays.copyOf(TestSounds.sentence("welcome"), SECOND));
        put("welcome", TestSounds.sentence("welcome"));
        prompts = SpokenPrompts.in(sounds);
    }

    @Test
    void sentencesThatBeginAlikeAreToldApart() {
        assertThat(prompts.get("first", "ne").signature().offset()).isBetween(SECOND / 4, 2 * SECOND);
        assertThat(heard(prompts.get("second", "ne").sound())).containsExactly("second");
        assertThat(found("first", prompts.get("second", "ne").sound())).isZero();
        assertThat(found("second", prompts.get("second", "ne").sound())).isOne();
    }

    @Test
    void sentenceThatBeginsAnotherIsKnownByItsEnd() {
        assertThat(heard(joined(prompts.get("greeting", "ne").sound(), new short[SECOND]))).containsExactly("greeting");
        assertThat(heard(prompts.get("welcome", "ne").sound())).containsExactly("welcome");
    }

    @Test
    void sentencesAreFoundInOrderUnderNoiseAndAtAnyLoudness() {
        short[] recording = joined(quieter(prompts.get("beta", "ne").sound(), 8),
                joined(new short[777], prompts.get("alpha", "ne").sound()));
        Random random = new Random(7);
        for (int i = 0; i < recording.length; i++) {
            recording[i] += (short) random.nextInt(-60, 60);
        }
        assertThat(heard(recording)).containsExactly("beta", "alpha");
    }

    @Test
    void sentenceIsKnownThoughTheMachineLostOrHeldUpFramesInIt() {
        int notFoundAsAWhole = 0;
        for (String key : java.util.List.of("alpha", "beta", "gamma")) {
            SpokenPrompt prompt = prompts.get(key, "ne");
            for (int eighth = 2; eighth <= 6; eighth++) {
                int cut = prompt.signature().offset() + prompt.signature().pattern().length() * eighth / 8;
                short[] rest = Arrays.copyOfRange(prompt.sound(), cut, prompt.sound().length);
                short[] heldUp = joined(joined(Arrays.copyOf(prompt.sound(), cut), new short[800]), rest);
                short[] lost = joined(Arrays.copyOf(prompt.sound(), cut - 480), rest);
                for (short[] damaged : new short[][]{heldUp, lost}) {
                    notFoundAsAWhole += found(key, damaged) == 0 ? 1 : 0;
                    assertThat(prompt.heardIn(damaged)).as(prompt + " cut at " + eighth + "/8 of its signature")
                            .isNotEmpty();
                    assertThat(prompts.get("first", "ne").damagedIn(damaged, 0)).isEmpty();
                }
            }
        }
        assertThat(notFoundAsAWhole).isPositive();
        assertThat(prompts.get("first", "ne").damagedIn(prompts.get("second", "ne").sound(), 0)).isEmpty();
    }

    @Test
    void sentenceOfAnyKindIsKnownThoughItsBeginningWasDamaged() {
        for (String key : java.util.List.of("alpha", "beta", "gamma")) {
            SpokenPrompt prompt = prompts.get(key, "ne");
            for (int eighth = 2; eighth <= 6; eighth++) {
                int cut = prompt.opening().offset() + prompt.opening().pattern().length() * eighth / 8;
                short[] rest = Arrays.copyOfRange(prompt.sound(), cut, prompt.sound().length);
                short[] heldUp = joined(joined(Arrays.copyOf(prompt.sound(), cut), new short[800]), rest);
                short[] lost = joined(Arrays.copyOf(prompt.sound(), cut - 160), rest);
                for (short[] damaged : new short[][]{heldUp, lost}) {
                    assertThat(heard(joined(new short[SECOND], damaged))).as(prompt + " cut at " + eighth + "/8")
                            .containsExactly(key);
                }
            }
        }
    }

    @Test
    void sentenceIsKnownByItsVeryFramesHoweverOftenTheyWereHeldUp() {
        SpokenPrompt first = prompts.get("first", "ne");
        short[] heldUp = new short[4_000];
        for (int at = 0; at + Timeline.FRAME <= first.sound().length; at += Timeline.FRAME) {
            heldUp = joined(heldUp, Arrays.copyOfRange(first.sound(), at, at + Timeline.FRAME));
            heldUp = joined(heldUp, new short[at % 800 == 0 ? 3 * Timeline.FRAME : 0]);
        }
        assertThat(first.exactIn(heldUp, 0)).isPresent();
        assertThat(prompts.get("second", "ne").exactIn(heldUp, 0)).isEmpty();
        assertThat(first.exactIn(quieter(heldUp, 2), 0)).isEmpty();
        int begin = first.exactIn(heldUp, 0).orElseThrow().at();
        int half = first.signature().pattern().length() / 2;
        assertThat(first.exactIn(Arrays.copyOf(heldUp, begin + half), 0)).isEmpty();
    }

    @Test
    void musicIsNoSentenceAndNoSilence() {
        short[] music = TestSounds.sentence("a tune nobody rendered");
        Recogniser recogniser = new Recogniser(prompts);
        assertThat(recogniser.speaks(music, 0, music.length)).isFalse();
        // From the middle, where no sentence begins.
        assertThat(recogniser.speaks(prompts.get("alpha", "ne").sound(), SECOND + 41, 2 * SECOND + 41)).isTrue();
    }

    @Test
    void toneStandsOutOfSpeechAndSpeechIsNoTone() {
        short[] speech = prompts.get("alpha", "ne").sound();
        short[] both = speech.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] = (short) (both[i] / 4 + SoundLink.Voice.tone(1_730).at(i));
        }
        assertThat(Levels.share(both, 0, both.length, at -> Levels.isTone(1_730, both, at))).isGreaterThan(0.9);
        assertThat(Levels.share(speech, 0, speech.length, at -> Levels.isTone(1_730, speech, at))).isLessThan(0.1);
        assertThat(Levels.at(440, tone(440), 0, 800)).isCloseTo(Levels.whole(tone(440), 0, 800), within(0.5));
    }

    private static org.assertj.core.data.Offset<Double> within(double decibels) {
        return org.assertj.core.data.Offset.offset(decibels);
    }

    private static short[] tone(int hertz) {
        short[] samples = new short[SECOND];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = SoundLink.Voice.tone(hertz).at(i);
        }
        return samples;
    }

    private java.util.List<String> heard(short[] recording) {
        return new Recogniser(prompts).sentences(recording, 0, recording.length).stream().map(PromptHeard::key)
                .toList();
    }

    private int found(String key, short[] recording) {
        return prompts.get(key, "ne").signature().pattern().find(recording, 0, recording.length).size();
    }

    private void put(String key, short[] samples) throws Exception {
        Files.write(sounds.resolve("ne").resolve(key + ".alaw"), Alaw.encode(samples));
    }

    private static short[] joined(short[] first, short[] then) {
        short[] both = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }

    private static short[] quieter(short[] sound, int times) {
        short[] result = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            result[i] = (short) (sound[i] / times);
        }
        return result;
    }
}
