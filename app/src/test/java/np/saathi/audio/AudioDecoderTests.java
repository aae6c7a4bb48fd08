package np.saathi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFileFormat.Type;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.audio.AudioRefused.Why;

class AudioDecoderTests {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    @TempDir
    private static Path scratch;
    private final AudioDecoder decoder = new AudioDecoder(new AudioProperties(Voices.FFMPEG, scratch));

    @AfterEach
    void nothingOfAnUploadIsLeftBehind() throws IOException {
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatPhonesAndBrowsersRecordIsHeardAsItWasSpoken() {
        byte[] spoken = Voices.wav(2, 44_100, 1);
        Map<String, byte[]> uploads = new LinkedHashMap<>();
        uploads.put("wav 8 kHz", Voices.wav(2, 8000, 1));
        uploads.put("wav 44.1 kHz stereo", Voices.wav(2, 44_100, 2));
        uploads.put("wav A-law", Voices.alawWav(2));
        uploads.put("aiff", Voices.file(Type.AIFF, 2, 22_050, 1));
        uploads.put("au", Voices.file(Type.AU, 2, 16_000, 1));
        uploads.put("caf", Voices.encoded(spoken, "caf"));
        uploads.put("mp3 stereo", Voices.mp3(2, 44_100, 2));
        uploads.put("mp3 22.05 kHz without a tag",
                Voices.encoded(Voices.wav(2, 22_050, 1), "mp3", "-id3v2_version", "0"));
        uploads.put("ogg opus", Voices.opus(2, 1));
        uploads.put("ogg opus stereo", Voices.opus(2, 2));
        uploads.put("ogg vorbis", Voices.encoded(Voices.wav(2, 44_100, 2), "ogg", "-c:a", "vorbis", "-strict", "-2"));
        uploads.put("webm", Voices.webm(2));
        uploads.put("m4a", Voices.m4a(2));
        uploads.put("m4a lossless", Voices.encoded(spoken, "m4a", "-c:a", "alac"));
        uploads.put("mov", Voices.encoded(spoken, "mov"));
        uploads.put("aac", Voices.encoded(spoken, "aac"));
        uploads.put("amr", Voices.encoded(spoken, "amr", "-ar", "8000"));
        uploads.put("amr wide", Voices.encoded(spoken, "amr", "-ar", "16000", "-c:a", "libvo_amrwbenc"));
        uploads.put("3gp", Voices.encoded(spoken, "3gp", "-ar", "8000", "-c:a", "libopencore_amrnb"));
        uploads.put("flac", Voices.encoded(spoken, "flac"));
        uploads.put("the sound of a film", Voices.encoded(spoken, "mp4", "-f", "lavfi", "-i", "testsrc=d=2:s=64x48",
                "-c:v", "mpeg4", "-c:a", "aac"));
        uploads.forEach((what, upload) -> {
            short[] samples = samples(decoder.decode(upload, LONGEST));
            assertThat(samples.length / 8000.0).as(what).isCloseTo(2, within(0.15));
            assertThat(hertz(samples)).as(what).isCloseTo(Voices.HERTZ, within(10.0));
            assertThat(loudness(samples)).as(what).isCloseTo(8000 / Math.sqrt(2), within(1500.0));
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
        assertThat(loudness(samples(decoder.decode(wav, LONGEST)))).isLessThan(300);
    }

    @Test
    void onlyTheContentTellsWhatItIs() {
        refused(Why.UNKNOWN_FORMAT, "#!/bin/sh\necho voice.mp3".getBytes(StandardCharsets.UTF_8));
        refused(Why.UNKNOWN_FORMAT, new byte[0]);
        refused(Why.UNKNOWN_FORMAT, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        refused(Why.UNKNOWN_FORMAT, "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8));
        refused(Why.UNKNOWN_FORMAT, "ffconcat version 1.0\nfile /etc/passwd\n".getBytes(StandardCharsets.UTF_8));
        refused(Why.BROKEN, "RIFF....WAVEnothing".getBytes(StandardCharsets.UTF_8));
        refused(Why.BROKEN, "ID3 and then some words that are no sound".getBytes(StandardCharsets.UTF_8));
        refused(Why.BROKEN, "\0\0\0\u0018ftypM4A ".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aFilmWithoutSoundIsNone() {
        refused(Why.BROKEN, Voices.made("testsrc=d=1:s=64x48", "mp4", "-c:v", "mpeg4"));
    }

    @Test
    void whatIsTooLongIsGivenUpWhereItIsTooLong() {
        assertThat(decoder.decode(Voices.wav(10, 8000, 1), LONGEST)).hasSize(160_000);
        refused(Why.TOO_LONG, Voices.wav(10.1, 8000, 1));
        refused(Why.TOO_LONG, Voices.mp3(12, 22_050, 1));
        refused(Why.TOO_LONG, Voices.opus(12, 1));
        byte[] hours = Voices.made("anullsrc=r=8000:d=7200", "flac");
        assertThat(hours.length).as("hours in little").isLessThan(2_000_000);
        refused(Why.TOO_LONG, hours);
    }

    @Test
    void aRateThatNoVoiceHasIsRefused() {
        byte[] wav = Voices.wav(1, 8000, 1);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 1);
        refused(Why.TOO_LONG, wav);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(24, Integer.MAX_VALUE);
        refused(Why.BROKEN, wav);
    }

    /** Whatever is wrong with it, it is refused or heard in part: nothing else comes out, and soon. */
    @Test
    void brokenUploadsDoNoHarm() {
        Random chance = new Random(4711);
        for (byte[] whole : new byte[][]{Voices.wav(1, 16_000, 1), Voices.mp3(1, 22_050, 1), Voices.opus(1, 1),
                Voices.m4a(1), Voices.webm(1)}) {
            for (int time = 0; time < 20; time++) {
                byte[] broken = Arrays.copyOf(whole, 1 + chance.nextInt(whole.length));
                for (int flips = chance.nextInt(40); flips > 0; flips--) {
                    broken[chance.nextInt(broken.length)] = (byte) chance.nextInt();
                }
                try {
                    assertThat(decoder.decode(broken, LONGEST)).hasSizeLessThanOrEqualTo(160_000);
                } catch (AudioRefused refused) {
                    assertThat(refused.why()).isIn(Why.BROKEN, Why.UNKNOWN_FORMAT, Why.TOO_LONG);
                }
            }
        }
    }

    @Test
    void withoutADecoderNothingIsSaidOfTheUpload() {
        AudioDecoder none = new AudioDecoder(new AudioProperties(Path.of("/proc/nothing/here"), scratch));
        assertThatThrownBy(() -> none.decode(Voices.wav(1, 8000, 1), LONGEST)).isInstanceOfSatisfying(
                AudioRefused.class, refused -> assertThat(refused.why()).isEqualTo(Why.NO_DECODER));
    }

    private void refused(Why why, byte[] upload) {
        assertThatThrownBy(() -> decoder.decode(upload, LONGEST)).isInstanceOfSatisfying(AudioRefused.class,
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
