package np.saathi.prompt.speech;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.springframework.modulith.NamedInterface;

import np.saathi.prompt.speech.RecordingRefused.Why;

/** What somebody recorded of a sentence, looked at by its content: whether the telephone can play it. */
@NamedInterface("speech")
public final class RecordedTake {
    /** Of a recording as it comes, before the silence around it is cut off: more is no sentence of ours. */
    private static final Duration LONGEST_FILE = Duration.ofMinutes(3);

    private RecordedTake() {}

    /**
     * @param file WAV, AIFF, AU or MP3, mono or stereo, 8 to 48 kHz
     * @param longest how long the sentence may be, without the silence around it
     * @return as the line keeps it: a WAV of 8 kHz, 16 bits, mono, at the level of all prompts
     * @throws RecordingRefused when it is no sound, silent or too long
     */
    public static byte[] forTelephone(byte[] file, Duration longest) throws RecordingRefused {
        return Wav.of(heard(file, longest).pcm());
    }

    static Sound heard(byte[] file, Duration longest) throws RecordingRefused {
        Sound raw = read(file);
        if (raw.silent()) {
            throw new RecordingRefused(Why.SILENT, "it is silent");
        }
        Sound sound = raw.forTelephone();
        if (sound.length().compareTo(longest) > 0) {
            throw new RecordingRefused(Why.TOO_LONG,
                    "it is " + sound.length().toMillis() + " ms long, but may be " + longest.toMillis());
        }
        return sound;
    }

    private static Sound read(byte[] file) throws RecordingRefused {
        try (AudioInputStream raw = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
                AudioInputStream pcm = PhoneSound.linear(raw)) {
            AudioFormat format = pcm.getFormat();
            Sound.checkReadable(format);
            int most = (int) (LONGEST_FILE.toSeconds() * format.getSampleRate()) * format.getFrameSize();
            byte[] samples = pcm.readNBytes(most + 1);
            if (samples.length > most) {
                throw new RecordingRefused(Why.TOO_LONG, "it is longer than " + LONGEST_FILE.toMinutes() + " minutes");
            }
            return Sound.decoded(samples, format);
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new RecordingRefused(Why.FORMAT, "it can't be read as WAV, AIFF, AU or MP3: " + e.getMessage());
        } catch (RuntimeException e) {
            // Decoders trip over damaged files in many ways.
            throw new RecordingRefused(Why.FORMAT, "it is damaged");
        }
    }
}
