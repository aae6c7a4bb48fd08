package np.saathi.dev.hearing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What a phone heard, left for whoever wants to know why a test failed: {@code target/heard/…wav}. */
final class HeardFile {
    private static final AudioFormat FORMAT = new AudioFormat(Timeline.RATE, 16, 1, true, false);
    private static final Path DIRECTORY = Path.of("target/heard");

    private HeardFile() {}

    /** @return the new file; its name begins with what was missed */
    static Path of(String missed, short[] sound) {
        try {
            Files.createDirectories(DIRECTORY);
            String name = missed.replaceAll("[^A-Za-z0-9.]+", "-");
            return Files.write(Files.createTempFile(DIRECTORY, name + "-", ".wav"), wav(sound));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] wav(short[] sound) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(sound);
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        try {
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(bytes.array()), FORMAT, sound.length),
                    AudioFileFormat.Type.WAVE, wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wav.toByteArray();
    }
}
