package np.saathi.prompt.speech;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.springframework.modulith.NamedInterface;

import np.saathi.prompt.speech.RecordingRefused.Why;

/** What somebody recorded of a sentence: whether the telephone can play it. */
@NamedInterface("speech")
public final class RecordedTake {
    private static final AudioFormat PCM = new AudioFormat(Sound.TELEPHONE_RATE, 16, 1, true, false);

    private RecordedTake() {}

    /**
     * @param pcm 16-bit samples, little-endian, mono, 8 kHz
     * @param longest how long the sentence may be, without the silence around it
     * @return as the line keeps it: a WAV of 8 kHz, 16 bits, mono, at the level of all prompts
     * @throws RecordingRefused when it is silent or too long
     */
    public static byte[] forTelephone(byte[] pcm, Duration longest) throws RecordingRefused {
        return Wav.of(heard(Sound.decoded(pcm, PCM), longest).pcm());
    }

    /** @param wav PCM, mono or stereo, 8 to 48 kHz: a file among the prompts */
    static Sound heard(byte[] wav, Duration longest) throws RecordingRefused {
        try {
            return heard(Sound.read(new ByteArrayInputStream(wav)), longest);
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new RecordingRefused(Why.FORMAT, "it can't be read as WAV: " + e.getMessage());
        } catch (RuntimeException e) {
            // Decoders trip over damaged files in many ways.
            throw new RecordingRefused(Why.FORMAT, "it is damaged");
        }
    }

    private static Sound heard(Sound raw, Duration longest) throws RecordingRefused {
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
}
