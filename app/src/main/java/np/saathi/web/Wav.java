package np.saathi.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a voice of the line as a sound that every browser plays: WAV, 16 bit, mono, 8 kHz. */
public final class Wav {
    private static final int RATE = 8000;

    private Wav() {}

    /**
     * Kept by no cache: it is private.
     *
     * @param alaw G.711, 8 kHz
     */
    public static ResponseEntity<byte[]> answer(byte[] alaw) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("audio/wav"))
                .cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff").body(wav(alaw));
    }

    private static byte[] wav(byte[] alaw) {
        AudioFormat format = new AudioFormat(AudioFormat.Encoding.ALAW, RATE, 8, 1, 1, RATE, false);
        AudioInputStream sound = new AudioInputStream(new ByteArrayInputStream(alaw), format, alaw.length);
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        try {
            AudioSystem.write(AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, sound),
                    AudioFileFormat.Type.WAVE, wav);
        } catch (IOException e) {
            throw new UncheckedIOException("A voice could not be made a sound file", e);
        }
        return wav.toByteArray();
    }
}
