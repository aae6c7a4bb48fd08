package np.saathi.prompt;

import java.util.Optional;

/** Makes sound for the telephone: G.711 A-law, 8 kHz, at the level of all prompts, without silence around it. */
public interface Studio {
    /** Bytes of a second. */
    int RATE = 8000;

    /**
     * Reads a text aloud. One in another script than the language's own is read by a voice that knows its letters.
     *
     * @throws IllegalStateException when no voice can read it just now
     */
    byte[] say(String text, Language language);

    /**
     * @param pcm 16-bit samples, little-endian, mono, 8 kHz
     * @return empty when there is nothing to hear in it
     */
    Optional<byte[]> telephone(byte[] pcm);
}
