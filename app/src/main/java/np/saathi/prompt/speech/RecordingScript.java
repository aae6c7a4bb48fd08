package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.util.HtmlUtils;

import np.saathi.prompt.Language;
import np.saathi.prompt.Script;

/**
 * The command {@code recording-script}: writes a page to print for each language, {@code recording-script-<code>.html},
 * into the directory {@code --to} (here, unless told). Who records reads from it: the name of the file, the words, how
 * long they may take, and where in a call they are heard.
 */
@NamedInterface("command") // for the main class alone
public final class RecordingScript {
    public static final String COMMAND = "recording-script";
    private static final Logger LOG = LoggerFactory.getLogger(RecordingScript.class);
    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <title>Recording script: %1$s</title>
            <style>
            body { font: 11pt/1.4 "Noto Sans", "Noto Sans Devanagari", sans-serif; margin: 2em auto; max-width: 60em; }
            table { border-collapse: collapse; width: 100%%; }
            td, th { border-bottom: 1px solid #999; padding: .4em; text-align: left; vertical-align: top; }
            td.words { font-size: 14pt; width: 60%%; }
            tr { break-inside: avoid; }
            h2 { break-after: avoid; margin-top: 1.5em; }
            code { font-size: 9pt; }
            </style>
            </head>
            <body>
            <h1>Recording script: %1$s</h1>
            <p>One file for each line, <code>%1$s/&lt;name&gt;.wav</code>: WAV, mono, 44.1 or 48 kHz, 16 or 24 bits, in a
            quiet room, always at the same distance. Warm and unhurried, as to a friend who is not well. Silence before
            and after is cut off, loudness is made equal. Longer than the seconds given is refused. Words without a full
            stop are pieces: they are joined with others into a sentence, so let the voice stay up at their end.</p>
            %2$s</body>
            </html>
            """;

    private RecordingScript() {}

    /** @return the exit code */
    public static int run(String... args) throws IOException {
        try (ConfigurableApplicationContext context = RenderPrompts.words(args)) {
            Script script = context.getBean(Script.class);
            Path directory = Path.of(context.getEnvironment().getProperty("to", "."));
            Files.createDirectories(directory);
            for (Language language : script.languages()) {
                Path page = directory.resolve("recording-script-" + language + ".html");
                Files.writeString(page, page(script, language));
                LOG.info("{}", page);
            }
            return 0;
        }
    }

    static String page(Script script, Language language) {
        Map<String, List<String>> sections = new TreeMap<>(script.keys().stream()
                .filter(key -> script.text(key, language).isPresent())
                .collect(Collectors.groupingBy(script::section)));
        String tables = sections.entrySet().stream()
                .map(section -> "<h2>" + escaped(section.getKey()) + "</h2>\n" + table(script, language,
                        section.getValue()))
                .collect(Collectors.joining());
        return PAGE.formatted(language, tables);
    }

    private static String table(Script script, Language language, List<String> keys) {
        Stream<String> rows = keys.stream()
                .map(key -> "<tr><td><code>" + escaped(key) + "</code></td><td class=\"words\">"
                        + escaped(script.text(key, language).orElseThrow()) + "</td><td>"
                        + script.longest(key).toMillis() / 1000.0 + " s</td></tr>\n");
        return rows.collect(Collectors.joining("", "<table>\n<tr><th>Name</th><th>Words</th><th>At most</th></tr>\n",
                "</table>\n"));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
