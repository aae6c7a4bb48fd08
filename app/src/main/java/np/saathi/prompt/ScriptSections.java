package np.saathi.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headings of {@code script.yml}, which are comments to YAML: where in a call each sentence is heard. */
final class ScriptSections {
    private static final Pattern HEADING = Pattern.compile("  # ---- ([^.:]+).*");
    private static final Pattern KEY = Pattern.compile("  ([a-z0-9.-]+):.*");

    private ScriptSections() {}

    /** @return the heading by key */
    static Map<String, String> of(Path script) {
        Map<String, String> sections = new HashMap<>();
        String section = "";
        try {
            for (String line : Files.readAllLines(script)) {
                Matcher heading = HEADING.matcher(line);
                Matcher key = KEY.matcher(line);
                if (heading.matches()) {
                    section = heading.group(1).strip();
                } else if (key.matches()) {
                    sections.put(key.group(1), section);
                }
            }
        } catch (IOException e) {
            throw new ScriptException("The script of the line can't be read: " + script, e);
        }
        return sections;
    }
}
