package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import np.saathi.telephony.Recorded;

/** Measures what RECORD FILE wrote: 16-bit PCM, mono, 8 kHz behind a 44-byte header. */
final class WavLength {
    private static final int HEADER_BYTES = 44;
    private static final int BYTES_PER_MILLI = 16;

    private WavLength() {}

    static Recorded of(Path file) {
        try {
            long samples = Files.exists(file) ? Math.max(0, Files.size(file) - HEADER_BYTES) : 0;
            return new Recorded(file, Duration.ofMillis(samples / BYTES_PER_MILLI));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
