package np.saathi.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.springframework.util.FileSystemUtils;

/** What phones and browsers would send: a tone of 700 Hz, encoded as they do. */
public final class Voices {
    public static final int HERTZ = 700;
    static final Path FFMPEG = Path.of("target/test-ffmpeg");

    private Voices() {}

    public static byte[] wav(double seconds, int rate, int channels) {
        return file(AudioFileFormat.Type.WAVE, seconds, rate, channels);
    }

    public static byte[] file(AudioFileFormat.Type type, double seconds, int rate, int channels) {
        return file(type, stream(seconds, rate, channels));
    }

    static byte[] alawWav(double seconds) {
        return file(AudioFileFormat.Type.WAVE,
                AudioSystem.getAudioInputStream(AudioFormat.Encoding.ALAW, stream(seconds, 8000, 1)));
    }

    public static byte[] silentWav(double seconds) {
        byte[] wav = wav(seconds, 8000, 1);
        Arrays.fill(wav, 44, wav.length, (byte) 0);
        return wav;
    }

    public static byte[] mp3(double seconds, int rate, int channels) {
        return encoded(wav(seconds, rate, channels), "mp3");
    }

    /** As WhatsApp records. */
    public static byte[] opus(double seconds, int channels) {
        return encoded(wav(seconds, 48_000, channels), "ogg", "-c:a", "libopus");
    }

    /** As an iPhone records. */
    public static byte[] m4a(double seconds) {
        return encoded(wav(seconds, 44_100, 1), "m4a");
    }

    /** As Chrome records. */
    public static byte[] webm(double seconds) {
        return encoded(wav(seconds, 48_000, 1), "webm", "-c:a", "libopus");
    }

    /** @param suffix by which FFmpeg knows what to make of it */
    static byte[] encoded(byte[] wav, String suffix, String... options) {
        return inScratch(directory -> {
            Path source = Files.write(directory.resolve("voice.wav"), wav);
            return ffmpeg(directory, suffix, List.of("-i", source.toString()), List.of(options));
        });
    }

    /** @param filter FFmpeg's words for a sound that is made of nothing */
    static byte[] made(String filter, String suffix, String... options) {
        return inScratch(
                directory -> ffmpeg(directory, suffix, List.of("-f", "lavfi", "-i", filter), List.of(options)));
    }

    private interface Work {
        byte[] in(Path directory) throws IOException;
    }

    private static byte[] inScratch(Work work) {
        try {
            Path directory = Files.createTempDirectory("voices");
            try {
                return work.in(directory);
            } finally {
                FileSystemUtils.deleteRecursively(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ffmpeg(Path directory, String suffix, List<String> source, List<String> options)
            throws IOException {
        Path home = new FfmpegFiles(FFMPEG).directory();
        Path made = directory.resolve("made." + suffix);
        List<String> command = new ArrayList<>(
                List.of(home.resolve("ffmpeg").toString(), "-nostdin", "-loglevel", "error"));
        command.addAll(source);
        command.addAll(options);
        command.add(made.toString());
        Path said = directory.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Redirect.to(said.toFile()));
        builder.environment().put("LD_LIBRARY_PATH", home.toString());
        if (builder.start().onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
        return Files.readAllBytes(made);
    }

    private static byte[] file(AudioFileFormat.Type type, AudioInputStream sound) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            AudioSystem.write(sound, type, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AudioInputStream stream(double seconds, int rate, int channels) {
        short[] samples = tone(seconds, rate);
        byte[] bytes = new byte[2 * channels * samples.length];
        for (int i = 0; i < bytes.length; i += 2) {
            short sample = samples[i / 2 / channels];
            bytes[i] = (byte) sample;
            bytes[i + 1] = (byte) (sample >> 8);
        }
        return new AudioInputStream(new ByteArrayInputStream(bytes), new AudioFormat(rate, 16, channels, true, false),
                samples.length);
    }

    private static short[] tone(double seconds, int rate) {
        short[] samples = new short[(int) (seconds * rate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * HERTZ * i / rate));
        }
        return samples;
    }
}
