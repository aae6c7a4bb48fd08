package np.saathi.message.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import np.saathi.message.audio.AudioRefused.Why;

/**
 * Decodes WAV, AIFF and AU (by Java itself), MP3 (JLayer) and Ogg Opus (Concentus). What it is, is told by its content;
 * nobody asks for its name or what it calls itself. Of whatever hides in it nothing survives but what can be heard.
 */
public final class VoiceDecoder {
    private static final int RATE = 8000;
    /** As javax.sound understands it: a filter against what lies above the new band, not a line from point to point. */
    private static final AudioFormat TELEPHONE = new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, RATE, 16, 1, 2, RATE,
            false, Map.of("interpolation", "sinc"));
    private static final int BYTES_PER_SECOND = 2 * RATE;
    private final Duration longest;

    public VoiceDecoder(Duration longest) {
        this.longest = longest;
    }

    /**
     * @return 16-bit samples, little-endian, mono, 8 kHz
     * @throws AudioRefused when it is no sound that can be decoded, or a longer one
     */
    public byte[] decode(byte[] upload) {
        try (InputStream sound = sound(upload)) {
            ByteArrayOutputStream pcm = new ByteArrayOutputStream();
            byte[] some = new byte[BYTES_PER_SECOND];
            for (int read = sound.read(some); read > 0; read = sound.read(some)) {
                pcm.write(some, 0, read);
                if (pcm.size() > longest.toSeconds() * BYTES_PER_SECOND) {
                    throw new AudioRefused(Why.TOO_LONG);
                }
            }
            return pcm.toByteArray();
        } catch (AudioRefused refused) {
            throw refused;
        } catch (IOException | UnsupportedAudioFileException | RuntimeException broken) {
            // decoders meet what is broken on purpose with all kinds of exceptions
            throw new AudioRefused(Why.BROKEN);
        }
    }

    private static InputStream sound(byte[] upload) throws IOException, UnsupportedAudioFileException {
        if (begins(upload, "OggS", 0) && begins(upload, "OpusHead", 28)) {
            return narrow(OpusSound.of(upload));
        }
        if (begins(upload, "RIFF", 0) || begins(upload, "FORM", 0) || begins(upload, ".snd", 0)) {
            return narrow(AudioSystem.getAudioInputStream(new ByteArrayInputStream(upload)));
        }
        if (begins(upload, "ID3", 0) || isMpegLayer3(upload)) {
            return narrow(Mp3Sound.of(upload));
        }
        throw new AudioRefused(Why.UNKNOWN_FORMAT);
    }

    private static AudioInputStream narrow(AudioInputStream sound) {
        AudioFormat format = sound.getFormat();
        boolean speech = format.getChannels() >= 1 && format.getChannels() <= 2 && format.getSampleRate() >= RATE
                && format.getSampleRate() <= 192_000;
        if (!speech) {
            throw new AudioRefused(Why.UNKNOWN_FORMAT);
        }
        return AudioSystem.getAudioInputStream(TELEPHONE, linear(sound));
    }

    /** A-law and the like become 16-bit samples first: the converter of rates takes only those. */
    private static AudioInputStream linear(AudioInputStream sound) {
        AudioFormat format = sound.getFormat();
        boolean linear = format.getEncoding().toString().startsWith("PCM_");
        return linear ? sound : AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, sound);
    }

    /** Eleven bits of sync, a version and a bitrate that there are, layer III. */
    private static boolean isMpegLayer3(byte[] bytes) {
        return bytes.length > 4 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE6) == 0xE2 && (bytes[1] & 0x18) != 0x08
                && (bytes[2] & 0xF0) != 0xF0 && (bytes[2] & 0x0C) != 0x0C;
    }

    private static boolean begins(byte[] bytes, String magic, int offset) {
        byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= offset + wanted.length
                && new String(bytes, offset, wanted.length, StandardCharsets.ISO_8859_1).equals(magic);
    }
}
