package np.saathi.dev.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import np.saathi.dev.LineVoice;
import np.saathi.dev.hearing.PromptEar.Sighting;
import np.saathi.dev.pstn.SoundLink;
import np.saathi.prompt.Script;

/** What was played is known exactly, and nothing else is taken for it. */
class CodedEarTests {
    private static final int SECOND = Timeline.RATE;
    private static final int TAIL = SECOND * 15 / 100;
    private static final CodedPrompts PROMPTS = CodedPrompts.of("ne", Duration.ofMillis(800),
            List.of("alpha", "beta", "gamma"));

    @Test
    void everyPromptOfTheScriptIsKnownThroughATelephone() {
        CodedPrompts all = CodedPrompts.of(Script.load(LineVoice.script()));
        Set<String> heard = new HashSet<>();
        for (String name : all.names()) {
            List<Sighting> sightings = heard(all, telephone(all.sound(name)));
            assertThat(sightings).extracting(Sighting::name).containsExactly(name);
            heard.add(sightings.getFirst().name());
        }
        assertThat(heard).hasSizeGreaterThan(500);
    }

    @Test
    void aPromptIsHeardFromItsBeginningToItsEnd() {
        Sighting alpha = heard(silence(SECOND / 3), PROMPTS.sound("ne/alpha"), silence(SECOND)).getFirst();
        assertThat(alpha.from()).isCloseTo(SECOND / 3, within(SECOND / 50L));
        assertThat(alpha.to()).isCloseTo(SECOND / 3 + SECOND * 8 / 10, within(SECOND / 50L));
        assertThat(alpha.over()).isTrue();
        assertThat(alpha.whole()).isTrue();
    }

    @Test
    void aPromptIsKnownBeforeItHasEnded() {
        PromptEar ear = PROMPTS.ear();
        ear.add(Arrays.copyOf(PROMPTS.sound("ne/alpha"), SECOND / 5));
        assertThat(ear.heard()).extracting(Sighting::name).containsExactly("ne/alpha");
        assertThat(ear.heard().getFirst().over()).isFalse();
    }

    @Test
    void aCutIsTimedAndIsNoEnd() {
        List<Sighting> heard = heard(Arrays.copyOf(PROMPTS.sound("ne/alpha"), SECOND / 2), PROMPTS.sound("ne/beta"));
        assertThat(heard).extracting(Sighting::name).containsExactly("ne/alpha", "ne/beta");
        assertThat(heard.getFirst().to()).isCloseTo(SECOND / 2, within(SECOND / 40L));
        assertThat(heard.getFirst().whole()).isFalse();
        assertThat(heard.getLast().whole()).isTrue();
    }

    @Test
    void whatIsSaidAgainIsHeardAgain() {
        short[] alpha = PROMPTS.sound("ne/alpha");
        assertThat(heard(alpha, silence(TAIL), alpha, silence(TAIL), alpha)).hasSize(3)
                .allMatch(Sighting::whole);
        // Cut, and at once from its beginning.
        assertThat(heard(Arrays.copyOf(alpha, SECOND / 2), alpha)).extracting(Sighting::whole)
                .containsExactly(false, true);
    }

    @Test
    void aPromptIsKnownUnderMusicAndVoicesAsLoudAsItself() {
        for (int seed = 0; seed < 20; seed++) {
            short[] sound = joined(silence(SECOND), PROMPTS.sound("ne/beta"), silence(SECOND));
            short[] mixed = telephone(mixed(mixed(sound, music(sound.length, seed)), voice(sound.length, 1_077)));
            List<Sighting> heard = heard(PROMPTS, mixed);
            assertThat(heard).as("music %d", seed).extracting(Sighting::name).containsExactly("ne/beta");
            assertThat(heard.getFirst().whole()).as("music %d", seed).isTrue();
        }
    }

    @Test
    void musicVoicesNoiseAndKeysAreNoPrompt() {
        int length = 20 * SECOND;
        Random random = new Random(3);
        short[] noise = new short[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (short) (8_000 * random.nextGaussian() / 3);
        }
        short[] keys = mixed(voice(length, 770), voice(length, 1_477));
        for (short[] other : List.of(music(length, 99), noise, keys, mixed(voice(length, 440), voice(length, 807)))) {
            assertThat(heard(PROMPTS, telephone(other))).isEmpty();
        }
    }

    @Test
    void aWhisperThatLostItsFirstTenthAndACallThatLostAFrameAreKnown() {
        short[] alpha = PROMPTS.sound("ne/alpha");
        assertThat(heard(Arrays.copyOfRange(alpha, SECOND / 10, alpha.length))).extracting(Sighting::name,
                Sighting::whole).containsExactly(org.assertj.core.groups.Tuple.tuple("ne/alpha", true));
        for (int lost = Timeline.FRAME; lost < alpha.length - Timeline.FRAME; lost += 3 * Timeline.FRAME) {
            List<Sighting> heard = heard(Arrays.copyOf(alpha, lost),
                    Arrays.copyOfRange(alpha, lost + Timeline.FRAME, alpha.length));
            assertThat(heard).as("without the frame at " + lost).extracting(Sighting::name)
                    .containsExactly("ne/alpha");
            assertThat(heard.getFirst().whole()).isTrue();
        }
    }

    @Test
    void aPromptThatWasHeldUpIsOne() {
        PromptEar ear = PROMPTS.ear();
        short[] alpha = PROMPTS.sound("ne/alpha");
        ear.add(Arrays.copyOf(alpha, SECOND / 2));
        ear.pause();
        assertThat(ear.heard().getFirst().over()).isTrue();
        ear.add(Arrays.copyOfRange(alpha, SECOND / 2, alpha.length));
        assertThat(ear.heard()).hasSize(1);
        assertThat(ear.heard().getFirst().whole()).isTrue();
    }

    @Test
    void fourOfFiveTonesAreEnoughAndThreeAreNot() {
        for (int number = 0; number < ToneCode.NUMBERS; number += 7) {
            int[] digits = ToneCode.digits(number);
            digits[number % ToneCode.GROUPS] = ToneCode.UNREAD;
            assertThat(ToneCode.number(digits)).hasValue(number);
            digits[(number + 1) % ToneCode.GROUPS] = ToneCode.UNREAD;
            assertThat(ToneCode.number(digits)).isEmpty();
            int[] wrong = ToneCode.digits(number);
            wrong[number % ToneCode.GROUPS] = (wrong[number % ToneCode.GROUPS] + 1) % ToneCode.BASE;
            assertThat(ToneCode.number(wrong)).as("a wrong tone is noticed").isEmpty();
        }
    }

    @Test
    void aPromptTooShortForItsMarksIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CodedSound.of(1, Duration.ofMillis(300)));
    }

    private static List<Sighting> heard(short[]... sounds) {
        return heard(PROMPTS, telephone(joined(sounds)));
    }

    /** As it comes in: frame by frame, and silence behind it. */
    private static List<Sighting> heard(CodedPrompts prompts, short[] sound) {
        PromptEar ear = prompts.ear();
        short[] all = joined(sound, silence(SECOND / 2));
        for (int at = 0; at + Timeline.FRAME <= all.length; at += Timeline.FRAME) {
            ear.add(Arrays.copyOfRange(all, at, at + Timeline.FRAME));
        }
        return ear.heard();
    }

    private static short[] telephone(short[] sound) {
        return Alaw.decode(Alaw.encode(sound));
    }

    private static short[] silence(int samples) {
        return new short[samples];
    }

    private static short[] voice(int length, int hertz) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = SoundLink.Voice.tone(hertz).at(i);
        }
        return samples;
    }

    /** Chords of the piano's middle octaves with overtones, changing every quarter of a second; as loud as a prompt. */
    private static short[] music(int length, int seed) {
        Random random = new Random(seed);
        short[] samples = new short[length];
        for (int at = 0; at < length; at += SECOND / 4) {
            double[] notes = random.doubles(3, 0, 36).map(note -> 110 * Math.pow(2, Math.floor(note) / 12)).toArray();
            for (int i = at; i < Math.min(length, at + SECOND / 4); i++) {
                double sum = 0;
                for (double note : notes) {
                    for (int overtone = 1; overtone <= 6; overtone++) {
                        sum += Math.sin(2 * Math.PI * note * overtone * i / SECOND) / (overtone * overtone);
                    }
                }
                samples[i] = (short) (2_000 * sum);
            }
        }
        return samples;
    }

    private static short[] mixed(short[] one, short[] other) {
        short[] both = one.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] = (short) Math.clamp((long) one[i] + other[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return both;
    }

    private static short[] joined(short[]... sounds) {
        short[] all = new short[Arrays.stream(sounds).mapToInt(sound -> sound.length).sum()];
        int at = 0;
        for (short[] sound : sounds) {
            System.arraycopy(sound, 0, all, at, sound.length);
            at += sound.length;
        }
        return all;
    }
}
