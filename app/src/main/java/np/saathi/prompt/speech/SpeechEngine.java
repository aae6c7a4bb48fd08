package np.saathi.prompt.speech;

import np.saathi.prompt.Script.Voice;

/** Reads text aloud. Implementations may be called from several threads at once. */
interface SpeechEngine {

    /** The name by which {@code script.yml} asks for this engine. */
    String name();

    /**
     * @param text words in the voice's language, with numbers written as words
     * @return speech at whatever rate and loudness the engine has
     * @throws SpeechException when there is no such voice or the engine fails
     */
    Sound say(String text, Voice voice);
}
