package np.saathi.prompt;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import np.saathi.prompt.Script.Line;
import np.saathi.prompt.Script.Voice;

/** Scripts of a few keys, for tests to which the words don't matter. */
public final class SmallScript {

    private SmallScript() {}

    /**
     * A pause of 0.2 s and these keys, each with the same words in Nepali and English and 2.5 s to say them.
     *
     * @param speed of the English voice, in words per minute
     */
    public static Script of(int speed, Map<String, String> texts) {
        Map<Language, Voice> voices = new LinkedHashMap<>();
        voices.put(Language.NEPALI, new Voice("espeak-ng", "ne", 140));
        voices.put(Language.ENGLISH, new Voice("freetts", "kevin16", speed));
        Map<String, Line> lines = new LinkedHashMap<>();
        lines.put("silence.short", new Line(Duration.ofMillis(200), true, Map.of(), Map.of(), ""));
        texts.forEach((key, text) -> lines.put(key, new Line(Duration.ofMillis(2500), false,
                Map.of(Language.NEPALI, text, Language.ENGLISH, text), Map.of(), "Tests")));
        return new Script(voices, lines);
    }
}
