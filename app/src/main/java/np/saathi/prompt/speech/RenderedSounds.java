package np.saathi.prompt.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.modulith.NamedInterface;

import np.saathi.prompt.Language;
import np.saathi.prompt.Script;

/** What the sounds of the line were made from, at one moment. */
@NamedInterface("speech")
public final class RenderedSounds {
    private static final int VERSION_LENGTH = 32;
    private final Script script;
    private final Manifest manifest;

    RenderedSounds(Script script, Manifest manifest) {
        this.script = script;
        this.manifest = manifest;
    }

    /** @return whether a recording is heard; else a machine's voice, or nothing yet */
    public boolean recorded(String key, Language language) {
        return recording(key, language).isPresent();
    }

    /** Names these words in this recording, or in any machine's voice: it changes when one of them does. */
    public String version(String key, Language language) {
        String heard = script.text(key, language).orElse("") + "\n" + recording(key, language).orElse("");
        return Manifest.fingerprint(heard.getBytes(StandardCharsets.UTF_8)).substring(0, VERSION_LENGTH);
    }

    private Optional<String> recording(String key, Language language) {
        return manifest.made(language + "/" + key).filter(Manifest.Made::recorded).map(Manifest.Made::fingerprint);
    }
}
