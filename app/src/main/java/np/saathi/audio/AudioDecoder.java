package np.saathi.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.springframework.stereotype.Component;

import np.saathi.audio.AudioRefused.Why;

/**
 * Decodes what phones and browsers record ({@link AudioKind}). Of whatever hides in an upload nothing survives but what
 * can be heard. Samples are 16 bits, little-endian, mono, 8 kHz.
 */
@Component
public class AudioDecoder {
    static final int RATE = 8000;
    private static final int BYTES_PER_SECOND = 2 * RATE;
    private static final FileAttribute<?> OURS = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private final Ffmpeg ffmpeg;
    private final Path scratch;

    AudioDecoder(AudioProperties properties) {
        this.ffmpeg = new Ffmpeg(new FfmpegFiles(properties.ffmpeg()));
        this.scratch = properties.scratch();
    }

    /** Takes samples as they come: four seconds at a time, and the rest. */
    @FunctionalInterface
    public interface Sink {
        void take(byte[] pcm) throws IOException;
    }

    /**
     * @return all samples
     * @throws AudioRefused when it is no sound that can be decoded, or a longer one
     */
    public byte[] decode(byte[] upload, Duration longest) {
        AudioKind kind = AudioKind.of(upload);
        try {
            Path file = Files.createTempFile(Files.createDirectories(scratch, OURS), "upload", "");
            try {
                Files.write(file, upload);
                ByteArrayOutputStream pcm = new ByteArrayOutputStream();
                decode(file, kind, longest, pcm::write);
                return pcm.toByteArray();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An upload can't be decoded in saathi.audio.scratch", e);
        }
    }

    /**
     * However long it is, little of it is in memory at a time.
     *
     * @param longest no more is read; a small file may hold a very long silence
     * @throws AudioRefused when it is no sound that can be decoded, or a longer one; some samples were taken by then
     */
    public void decode(Path file, AudioKind kind, Duration longest, Sink sink) throws IOException {
        long most = longest.toSeconds() * BYTES_PER_SECOND;
        try (Ffmpeg.Run run = ffmpeg.decode(file, kind.demuxer(), longest)) {
            long taken = 0;
            for (byte[] pcm = run.next(); pcm.length > 0; pcm = run.next()) {
                taken += pcm.length;
                if (taken > most) {
                    throw new AudioRefused(Why.TOO_LONG);
                }
                sink.take(pcm);
            }
            run.mustHaveEndedWell();
            if (taken == 0) {
                throw new AudioRefused(Why.BROKEN);
            }
        }
    }
}
