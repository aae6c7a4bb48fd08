package np.saathi.prompt.speech;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import np.saathi.prompt.Studio;

/** Telephone sound as a file that every program plays: WAV of 8 kHz, 16 bits, mono. */
final class Wav {
    private static final AudioFormat PCM = new AudioFormat(Studio.RATE, 16, 1, true, false);
    private static final AudioFormat ALAW = new AudioFormat(AudioFormat.Encoding.ALAW, Studio.RATE, 8, 1, 1,
            Studio.RATE, false);

    private Wav() {}

    static byte[] of(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return written(new AudioInputStream(new ByteArrayInputStream(bytes.array()), PCM, samples.length));
    }

    static byte[] ofAlaw(byte[] alaw) {
        return written(AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED,
                new AudioInputStream(new ByteArrayInputStream(alaw), ALAW, alaw.length)));
    }

    private static byte[] written(AudioInputStream sound) {
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        try {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wav.toByteArray();
    }
}
