package np.saathi.message;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.springframework.stereotype.Component;

import np.saathi.audio.AudioDecoder;
import np.saathi.audio.AudioRefused;
import np.saathi.audio.AudioRefused.Why;
import np.saathi.prompt.Studio;
import np.saathi.telephony.Recorded;

/** Turns what was uploaded or recorded into what the line plays. */
@Component
public class VoiceIntake {
    /** As much as a caller can say in one go, and a volunteer has time to hear. */
    public static final Duration LONGEST = Duration.ofMinutes(2);
    /** Enough for two minutes of anything but raw studio sound. */
    static final int MOST_BYTES = 5 * 1024 * 1024;
    /** Decoding needs a processor: calls come first. */
    private static final int AT_ONCE = 2;
    private final AudioDecoder decoder;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Studio studio;

    VoiceIntake(AudioDecoder decoder, Studio studio) {
        this.decoder = decoder;
        this.studio = studio;
    }

    /**
     * What was said into a phone; empty for silence, and for what could not be written. The exchange wrote it, so that no decoder
     * is needed. The recording stays the asker's.
     */
    public Optional<Content.Voice> spoken(Recorded recording) {
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(recording.file().toFile())) {
            return studio.telephone(sound.readAllBytes()).map(Content.Voice::new);
        } catch (UnsupportedAudioFileException | FileNotFoundException notWritten) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A recording could not be read", e);
        }
    }

    /** @throws AudioRefused when there is no voice of two minutes at most in it */
    public Content.Voice voice(byte[] upload) {
        places.acquireUninterruptibly();
        try {
            byte[] pcm = decoder.decode(upload, LONGEST);
            return new Content.Voice(studio.telephone(pcm).orElseThrow(() -> new AudioRefused(Why.SILENT)));
        } finally {
            places.release();
        }
    }
}
