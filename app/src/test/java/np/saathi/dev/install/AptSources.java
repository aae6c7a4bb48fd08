package np.saathi.dev.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The package sources of the host's own apt, in both of apt's formats (sources.list(5)). */
final class AptSources {
    /**
     * One place that apt fetches from.
     *
     * @param uri the archive's address, as written
     * @param suites e.g. {@code bookworm}
     * @param components e.g. {@code main}
     * @param signedBy path of the keyring, or null where apt's trusted keys are used
     */
    record Source(String uri, List<String> suites, List<String> components, @Nullable String signedBy) {}

    private static final Set<String> SUITES = Set.of("stable", "oldstable", "testing", "unstable", "sid");

    private AptSources() {}

    /** Reads {@code sources.list} and {@code sources.list.d} in the given directory; other files are not apt's. */
    static List<Source> read(Path etcApt) throws IOException {
        List<Source> found = new ArrayList<>();
        if (Files.isReadable(etcApt.resolve("sources.list"))) {
            found.addAll(ofLines(Files.readString(etcApt.resolve("sources.list"))));
        }
        if (Files.isDirectory(etcApt.resolve("sources.list.d"))) {
            try (Stream<Path> files = Files.list(etcApt.resolve("sources.list.d"))) {
                for (Path file : files.filter(Files::isReadable).sorted().toList()) {
                    if (file.toString().endsWith(".list")) {
                        found.addAll(ofLines(Files.readString(file)));
                    } else if (file.toString().endsWith(".sources")) {
                        found.addAll(ofStanzas(Files.readString(file)));
                    }
                }
            }
        }
        return found;
    }

    /**
     * The Debian mirror among the sources: the first that serves the host's own release or one of Debian's names for
     * suites. Security and third-party archives have suites of other names and serve no sid.
     */
    static Optional<Source> debianMirror(List<Source> sources, String codename) {
        return sources.stream().filter(source -> source.components().contains("main"))
                .filter(source -> source.suites().stream().anyMatch(suite -> suite.equals(codename)
                        || SUITES.contains(suite)))
                .findFirst();
    }

    /** The one-line format: {@code deb [signed-by=/path] http://mirror/debian bookworm main}. */
    static List<Source> ofLines(String text) {
        List<Source> found = new ArrayList<>();
        for (String line : text.lines().map(line -> line.replaceFirst("#.*", "").strip()).toList()) {
            if (!line.startsWith("deb ") && !line.startsWith("deb\t")) {
                continue;
            }
            String rest = line.substring(4).strip();
            String options = "";
            if (rest.startsWith("[") && rest.contains("]")) {
                options = rest.substring(1, rest.indexOf(']'));
                rest = rest.substring(rest.indexOf(']') + 1).strip();
            }
            List<String> words = words(rest);
            if (words.size() >= 3) {
                found.add(new Source(words.get(0), List.of(words.get(1)), words.subList(2, words.size()),
                        words(options).stream().filter(option -> option.startsWith("signed-by=/"))
                                .map(option -> option.substring("signed-by=".length())).findFirst().orElse(null)));
            }
        }
        return found;
    }

    /** The deb822 format: stanzas of {@code Field: value} lines, continued by indented lines. */
    static List<Source> ofStanzas(String text) {
        List<Source> found = new ArrayList<>();
        String lines = text.replaceAll("(?m)^#.*\\R?", "");
        for (String stanza : lines.split("\\R\\s*\\R", -1)) {
            Map<String, String> fields = fields(stanza);
            List<String> types = words(fields.getOrDefault("types", ""));
            boolean enabled = !Set.of("no", "false", "0", "off").contains(fields.getOrDefault("enabled", "yes"));
            if (!enabled || !types.contains("deb")) {
                continue;
            }
            // A keyring may also stand in the stanza itself; only a path is of use here.
            String signedBy = fields.getOrDefault("signed-by", "");
            for (String uri : words(fields.getOrDefault("uris", ""))) {
                found.add(new Source(uri, words(fields.getOrDefault("suites", "")),
                        words(fields.getOrDefault("components", "")), signedBy.startsWith("/") ? signedBy : null));
            }
        }
        return found;
    }

    private static Map<String, String> fields(String stanza) {
        Map<String, String> fields = new HashMap<>();
        for (String line : stanza.replaceAll("\\R[ \t]+", " ").lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    }
}
