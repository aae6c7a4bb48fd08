package np.saathi.prompt.speech;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;

import np.saathi.prompt.Language;
import np.saathi.prompt.Script;
import np.saathi.prompt.Script.Voice;
import np.saathi.prompt.Studio;

/** The same voices and the same level as the prompts have. */
final class TelephoneStudio implements Studio {
    private static final AudioFormat PCM = new AudioFormat(RATE, 16, 1, true, false);
    private final Script script;
    private final List<SpeechEngine> engines;

    TelephoneStudio(Script script, List<SpeechEngine> engines) {
        this.script = script;
        this.engines = engines;
    }

    @Override
    public byte[] say(String text, Language language) {
        Voice voice = script.voice(reads(text, language));
        SpeechEngine engine = engines.stream().filter(one -> one.name().equals(voice.engine())).findFirst()
                .orElseThrow(() -> new SpeechException("there is no speech engine " + voice.engine()));
        try {
            return G711.alaw(engine.say(text, voice).forTelephone().pcm());
        } catch (SpeechException e) {
            throw new IllegalStateException("A text could not be read aloud", e);
        }
    }

    /** A caller who hears English may be written to in Nepali. */
    private Language reads(String text, Language language) {
        boolean devanagari = text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.DEVANAGARI);
        return devanagari && language.equals(Language.ENGLISH) && script.languages().contains(Language.NEPALI)
                ? Language.NEPALI
                : language;
    }

    @Override
    public Optional<byte[]> telephone(byte[] pcm) {
        Sound sound = Sound.decoded(pcm, PCM);
        return sound.silent() ? Optional.empty() : Optional.of(G711.alaw(sound.forTelephone().pcm()));
    }
}
