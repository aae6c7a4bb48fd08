package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

import javax.sound.sampled.AudioFormat;

import org.springframework.modulith.NamedInterface;

/**
 * A file that a telephone can play, as it is written: WAV, 16-bit PCM, mono, 8 kHz, in the end as loud as the prompts.
 * However long it is, a few seconds of it are in memory at a time.
 */
@NamedInterface("speech")
public final class PhoneSound implements AutoCloseable {
    private static final AudioFormat PCM = new AudioFormat(Sound.TELEPHONE_RATE, 16, 1, true, false);
    private static final int BLOCK = 4 * 2 * Sound.TELEPHONE_RATE;
    private static final int HEADER = 44;
    private final FileChannel file;
    private final DoubleStream.Builder powers = DoubleStream.builder();
    private double peak;
    private long samples;

    /** Begins the file; what was there is overwritten. */
    public PhoneSound(Path wav) throws IOException {
        file = FileChannel.open(wav, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ, StandardOpenOption.WRITE);
        file.position(HEADER);
    }

    /** @param pcm 16-bit samples, little-endian, mono, 8 kHz: whole hundredths of a second, but for the last */
    public void add(byte[] pcm) throws IOException {
        Sound piece = Sound.decoded(pcm, PCM);
        samples += piece.samples().length;
        peak = Math.max(peak, piece.peak());
        Arrays.stream(piece.framePowers()).forEach(powers);
        writeFully(ByteBuffer.wrap(pcm), file.position());
        file.position(HEADER + 2 * samples);
    }

    /**
     * Completes the file: louder or quieter, now that the whole of it is known.
     *
     * @return how long it sounds; empty when there is nothing to hear in it
     */
    public Optional<Duration> levelled() throws IOException {
        double power = Sound.speechPower(powers.build().toArray());
        if (Sound.silent(power)) {
            return Optional.empty();
        }
        double gain = Sound.gain(power, peak);
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (long at = HEADER; file.read(block.clear(), at) > 0; at += block.limit()) {
            block.flip();
            short[] louder = Sound.decoded(Arrays.copyOf(block.array(), block.limit()), PCM).louder(gain).pcm();
            block.asShortBuffer().put(louder);
            writeFully(block.duplicate(), at);
        }
        writeFully(header(samples), 0);
        return Optional.of(Duration.ofMillis(samples * 1000 / Sound.TELEPHONE_RATE));
    }

    private void writeFully(ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
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

    @Override
    public void close() throws IOException {
        file.close();
    }
}
