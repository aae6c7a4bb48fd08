package np.saathi.prompt;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Catalogues of prompts that nobody needs to hear. */
public final class TestPrompts {

    private TestPrompts() {}

    /** A line that speaks these languages and has no sounds. */
    public static PromptCatalog in(Language... languages) {
        Map<Language, Script.Voice> voices = new LinkedHashMap<>();
        for (Language language : languages) {
            voices.put(language, new Script.Voice("none", language.code(), 140));
        }
        return new PromptCatalog(new Script(voices, Map.of()), Path.of("no-such-sounds"));
    }
}
