package np.saathi.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

import np.saathi.message.audio.AudioRefused;
import np.saathi.message.audio.AudioRefused.Why;
import np.saathi.message.audio.VoiceDecoder;
import np.saathi.prompt.Studio;
import np.saathi.telephony.Recorded;

/** Turns what was uploaded or recorded into what the line plays. */
@Component
public class VoiceIntake {
    /** As much as a caller can say in one go, and a volunteer has time to hear. */
    public static final Duration LONGEST = Duration.ofMinutes(2);
    /** Enough for two minutes of anything but raw studio sound. */
    static final int MOST_BYTES = 5 * 1024 * 1024;
    /** Decoding needs a processor and 15 MB: calls come first. */
    private static final int AT_ONCE = 2;
    private final VoiceDecoder decoder = new VoiceDecoder(LONGEST);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Studio studio;

    VoiceIntake(Studio studio) {
        this.studio = studio;
    }

    /** What was said into a phone; empty for silence, and for what the exchange could not write. The recording stays the asker's. */
    public Optional<Content.Voice> spoken(Recorded recording) {
        try {
            return Optional.of(voice(Files.readAllBytes(recording.file())));
        } catch (AudioRefused | NoSuchFileException nothing) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A recording could not be read", e);
        }
    }

    /** @throws AudioRefused when there is no voice of two minutes at most in it */
    public Content.Voice voice(byte[] upload) {
        places.acquireUninterruptibly();
        try {
            byte[] pcm = decoder.decode(upload);
            return new Content.Voice(studio.telephone(pcm).orElseThrow(() -> new AudioRefused(Why.SILENT)));
        } finally {
            places.release();
        }
    }
}
