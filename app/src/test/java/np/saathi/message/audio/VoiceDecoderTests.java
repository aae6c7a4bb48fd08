package np.saathi.message.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import javax.sound.sampled.AudioFileFormat.Type;

import org.junit.jupiter.api.Test;

import np.saathi.message.audio.AudioRefused.Why;

class VoiceDecoderTests {
    private final VoiceDecoder decoder = new VoiceDecoder(Duration.ofSeconds(10));

    @Test
    void whatPhonesAndBrowsersRecordIsHeardAsItWasSpoken() {
        Map<String, byte[]> uploads = new LinkedHashMap<>();
        uploads.put("wav 8 kHz", Voices.wav(2, 8000, 1));
        uploads.put("wav 44.1 kHz stereo", Voices.wav(2, 44_100, 2));
        uploads.put("wav 48 kHz", Voices.wav(2, 48_000, 1));
        uploads.put("wav A-law", Voices.alawWav(2));
        uploads.put("aiff", Voices.file(Type.AIFF, 2, 22_050, 1));
        uploads.put("au", Voices.file(Type.AU, 2, 16_000, 1));
        uploads.put("mp3 44.1 kHz stereo", Voices.mp3(2, 44_100, 2));
        uploads.put("mp3 22.05 kHz", Voices.mp3(2, 22_050, 1));
        uploads.put("opus", Voices.opus(2, 1));
        uploads.put("opus stereo", Voices.opus(2, 2));
        uploads.forEach((what, upload) -> {
            short[] samples = samples(decoder.decode(upload));
            assertThat(samples.length / 8000.0).as(what).isCloseTo(2, within(0.15));
            assertThat(hertz(samples)).as(what).isCloseTo(Voices.HERTZ, within(10.0));
            assertThat(loudness(samples)).as(what).isCloseTo(8000 / Math.sqrt(2), within(900.0));
        });
    }

    /** A tone that the telephone can't carry must not come back as another one. */
    @Test
    void whatLiesAboveTheTelephonesBandIsGone() {
        byte[] wav = Voices.wav(1, 44_100, 1);
        ByteBuffer samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 44_100; i++) {
            samples.putShort(44 + 2 * i, (short) (8000 * Math.sin(2 * Math.PI * 6500 * i / 44_100)));
        }
        assertThat(loudness(samples(decoder.decode(wav)))).isLessThan(300);
    }

    @Test
    void onlyTheContentTellsWhatItIs() {
        refused(Why.UNKNOWN_FORMAT, "#!/bin/sh\necho voice.mp3".getBytes(StandardCharsets.UTF_8));
        refused(Why.UNKNOWN_FORMAT, new byte[0]);
        refused(Why.UNKNOWN_FORMAT, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        refused(Why.UNKNOWN_FORMAT, "\0\0\0\u0018ftypM4A ".getBytes(StandardCharsets.ISO_8859_1));
        refused(Why.BROKEN, "RIFF....WAVEnothing".getBytes(StandardCharsets.UTF_8));
        refused(Why.BROKEN, "ID3 and then some words that are no sound".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsTooLongIsGivenUpWhereItIsTooLong() {
        assertThat(decoder.decode(Voices.wav(10, 8000, 1))).hasSize(160_000);
        refused(Why.TOO_LONG, Voices.wav(10.1, 8000, 1));
        refused(Why.TOO_LONG, Voices.mp3(12, 22_050, 1));
        refused(Why.TOO_LONG, Voices.opus(12, 1));
    }

    @Test
    void aRateThatNoVoiceHasIsRefusedBeforeItFillsTheMemory() {
        byte[] wav = Voices.wav(1, 8000, 1);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 1);
        refused(Why.UNKNOWN_FORMAT, wav);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(24, Integer.MAX_VALUE);
        refused(Why.UNKNOWN_FORMAT, wav);
    }

    /** Whatever is wrong with it, it is refused or heard in part: nothing else comes out, and soon. */
    @Test
    void brokenUploadsDoNoHarm() {
        Random chance = new Random(4711);
        for (byte[] whole : new byte[][]{Voices.wav(1, 16_000, 1), Voices.mp3(1, 22_050, 1), Voices.opus(1, 1)}) {
            for (int time = 0; time < 60; time++) {
                byte[] broken = java.util.Arrays.copyOf(whole, 1 + chance.nextInt(whole.length));
                for (int flips = chance.nextInt(40); flips > 0; flips--) {
                    broken[chance.nextInt(broken.length)] = (byte) chance.nextInt();
                }
                long start = System.nanoTime();
                try {
                    assertThat(decoder.decode(broken)).hasSizeLessThanOrEqualTo(160_000);
                } catch (AudioRefused refused) {
                    assertThat(refused.why()).isIn(Why.BROKEN, Why.UNKNOWN_FORMAT, Why.TOO_LONG);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    private void refused(Why why, byte[] upload) {
        assertThatThrownBy(() -> decoder.decode(upload)).isInstanceOfSatisfying(AudioRefused.class,
                refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static short[] samples(byte[] pcm) {
        short[] samples = new short[pcm.length / 2];
        ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /** By counting crossings of zero in the middle, where no encoder begins or ends. */
    private static double hertz(short[] samples) {
        int from = samples.length / 4;
        int to = samples.length * 3 / 4;
        int crossings = 0;
        for (int i = from; i < to; i++) {
            crossings += samples[i] < 0 && samples[i + 1] >= 0 ? 1 : 0;
        }
        return crossings * 8000.0 / (to - from);
    }

    private static double loudness(short[] samples) {
        double sum = 0;
        for (int i = samples.length / 4; i < samples.length * 3 / 4; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (samples.length / 2.0));
    }
}
