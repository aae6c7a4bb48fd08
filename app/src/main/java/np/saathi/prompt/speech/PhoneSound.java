package np.saathi.prompt.speech;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.DoubleStream;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.springframework.modulith.NamedInterface;

/**
 * Makes of an audio file what a telephone can play: WAV, 16-bit PCM, mono, 8 kHz, as loud as the prompts. It reads
 * WAV, AIFF, AU and MP3, a few seconds at a time, however long they are.
 */
@NamedInterface("speech")
public final class PhoneSound {
    private static final int BLOCK_SECONDS = 4;
    private static final int HEADER = 44;

    private PhoneSound() {}

    /**
     * @param longest no more is read; a small file may hold a very long silence
     * @return how long it sounds
     * @throws UnsupportedAudioFileException when it is no such file, or damaged, or longer, or holds no sound
     */
    public static Duration transcode(Path source, Path wav, Duration longest)
            throws IOException, UnsupportedAudioFileException {
        Loudness loudness = new Loudness();
        stream(source, longest, loudness::add);
        if (loudness.samples == 0) {
            throw new UnsupportedAudioFileException("it holds no sound");
        }
        double gain = loudness.gain();
        try (FileChannel file = FileChannel.open(wav, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            file.write(header(loudness.samples));
            OutputStream out = Channels.newOutputStream(file);
            stream(source, longest, sound -> out.write(littleEndian(sound.louder(gain).pcm())));
        }
        return Duration.ofMillis(loudness.samples * 1000 / Sound.TELEPHONE_RATE);
    }

    private interface Sink {
        void take(Sound piece) throws IOException;
    }

    /** What must be known of the whole before its first sample is written. */
    private static final class Loudness {
        private final DoubleStream.Builder powers = DoubleStream.builder();
        private double peak;
        private long samples;

        void add(Sound piece) {
            samples += piece.samples().length;
            peak = Math.max(peak, piece.peak());
            Arrays.stream(piece.framePowers()).forEach(powers);
        }

        double gain() {
            return Sound.gain(Sound.speechPower(powers.build().toArray()), peak);
        }
    }

    private static void stream(Path source, Duration longest, Sink sink)
            throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream audio = open(source)) {
            stream(audio, longest, sink);
        } catch (IOException | UnsupportedAudioFileException e) {
            throw e;
        } catch (RuntimeException e) {
            // Decoders trip over damaged files in many ways.
            UnsupportedAudioFileException damaged = new UnsupportedAudioFileException("it is damaged");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static AudioInputStream open(Path source) throws IOException, UnsupportedAudioFileException {
        return linear(AudioSystem.getAudioInputStream(source.toFile()));
    }

    /** The same sound as linear samples. */
    static AudioInputStream linear(AudioInputStream raw) {
        AudioFormat format = raw.getFormat();
        if (format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                || format.getEncoding().equals(AudioFormat.Encoding.PCM_UNSIGNED)) {
            return raw;
        }
        int channels = format.getChannels();
        float rate = format.getSampleRate();
        return AudioSystem.getAudioInputStream(new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, rate, 16, channels,
                2 * channels, rate, false), raw);
    }

    /** Each block is resampled with enough of its neighbours that no seam is heard: the filter sees through it. */
    private static void stream(AudioInputStream audio, Duration longest, Sink sink)
            throws IOException, UnsupportedAudioFileException {
        AudioFormat format = audio.getFormat();
        Sound.checkReadable(format);
        int rate = Math.round(format.getSampleRate());
        int common = BigInteger.valueOf(rate).gcd(BigInteger.valueOf(Sound.TELEPHONE_RATE)).intValue();
        int up = Sound.TELEPHONE_RATE / common;
        int down = rate / common;
        Resampler resampler = new Resampler(rate, Sound.TELEPHONE_RATE);
        int pad = (resampler.reach() + down - 1) / down * down;
        int block = BLOCK_SECONDS * rate / down * down;
        float[] before = new float[pad];
        float[] now = read(audio, block);
        long left = longest.toSeconds() * rate;
        while (now.length > 0) {
            left -= now.length;
            if (left < 0) {
                throw new UnsupportedAudioFileException("it is longer than " + longest.toMinutes() + " minutes");
            }
            float[] next = read(audio, block);
            float[] window = join(before, now, Arrays.copyOf(next, Math.min(next.length, pad)));
            float[] resampled = rate == Sound.TELEPHONE_RATE ? window : resampler.resample(window);
            int from = pad / down * up;
            int to = from + (int) ((long) now.length * up / down);
            sink.take(new Sound(Arrays.copyOfRange(resampled, from, to), Sound.TELEPHONE_RATE));
            float[] past = join(before, now, new float[0]);
            before = Arrays.copyOfRange(past, past.length - pad, past.length);
            now = next;
        }
    }

    private static float[] read(AudioInputStream audio, int frames) throws IOException {
        byte[] bytes = audio.readNBytes(frames * audio.getFormat().getFrameSize());
        return Sound.decoded(bytes, audio.getFormat()).samples();
    }

    private static float[] join(float[] first, float[] second, float[] third) {
        float[] joined = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        System.arraycopy(third, 0, joined, first.length + second.length, third.length);
        return joined;
    }

    private static byte[] littleEndian(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    private static ByteBuffer header(long samples) {
        int data = Math.toIntExact(2 * samples);
        return ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(data + HEADER - 8)
                .put(ascii("WAVEfmt ")).putInt(16).putShort((short) 1).putShort((short) 1)
                .putInt(Sound.TELEPHONE_RATE).putInt(2 * Sound.TELEPHONE_RATE).putShort((short) 2)
                .putShort((short) 16).put(ascii("data")).putInt(data).flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
