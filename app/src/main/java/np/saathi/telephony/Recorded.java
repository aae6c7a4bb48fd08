package np.saathi.telephony;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Something a caller said, in plaintext on a RAM disk: to be encrypted and {@link #discard()}ed soon (R11).
 *
 * @param file 16-bit PCM WAV, mono, 8 kHz
 * @param length of the speech, trailing silence not counted
 */
public record Recorded(Path file, Duration length) {

    /** Deletes the file; it is no error when it is gone. */
    public void discard() {
        try {
            java.nio.file.Files.deleteIfExists(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
