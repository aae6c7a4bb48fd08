package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.modulith.NamedInterface;

import np.saathi.prompt.Language;
import np.saathi.prompt.Script;

/**
 * The command {@code import-recordings --from=<directory>}: looks at what a studio recorded,
 * {@code <language>/<key>.wav}, and copies what is good to where the recordings of the script are. It tells what is
 * missing, and of each file that it leaves out why. With {@code --check} it only looks.
 */
@NamedInterface("command") // for the main class alone
public final class ImportRecordings {
    public static final String COMMAND = "import-recordings";
    private static final Logger LOG = LoggerFactory.getLogger(ImportRecordings.class);
    private static final String WAV = ".wav";

    private ImportRecordings() {}

    /**
     * @param good as {@code language/key}
     * @param refused one sentence for each file that can't be used
     * @param missing what the script has and the directory doesn't, of the languages that are in it
     */
    record Findings(Set<String> good, List<String> refused, Set<String> missing) {}

    /** @return the exit code: 0 when nothing is missing and every file is good */
    public static int run(String... args) throws IOException {
        try (ConfigurableApplicationContext context = RenderPrompts.words(args)) {
            Environment environment = context.getEnvironment();
            String from = environment.getProperty("from", "");
            if (from.isEmpty() || !Files.isDirectory(Path.of(from))) {
                LOG.error("Tell by --from=… the directory that holds <language>/<key>.wav");
                return 2;
            }
            Findings findings = look(context.getBean(Script.class), Path.of(from));
            findings.refused.forEach(LOG::error);
            findings.missing.forEach(name -> LOG.warn("{}{} is missing", name, WAV));
            if (!environment.containsProperty("check")) {
                copy(findings.good, Path.of(from), context.getBean(PromptProperties.class).recordings());
            }
            LOG.info("{} good, {} refused, {} missing", findings.good.size(), findings.refused.size(),
                    findings.missing.size());
            return findings.refused.isEmpty() && findings.missing.isEmpty() ? 0 : 1;
        }
    }

    static Findings look(Script script, Path directory) throws IOException {
        Set<String> good = new TreeSet<>();
        List<String> refused = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        for (Language language : script.languages()) {
            Path folder = directory.resolve(language.code());
            if (Files.isDirectory(folder)) {
                Set<String> wanted = script.keys().stream().filter(key -> script.text(key, language).isPresent())
                        .collect(Collectors.toCollection(TreeSet::new));
                for (Path file : files(folder)) {
                    String key = key(file);
                    if (!wanted.remove(key)) {
                        refused.add(file + " is no sentence of the script");
                    } else {
                        check(file, script, key).ifPresentOrElse(refused::add, () -> good.add(language + "/" + key));
                    }
                }
                wanted.forEach(key -> missing.add(language + "/" + key));
            }
        }
        return new Findings(good, refused, missing);
    }

    private static Optional<String> check(Path file, Script script, String key) throws IOException {
        try {
            RecordedTake.heard(Files.readAllBytes(file), script.longest(key));
            return Optional.empty();
        } catch (RecordingRefused e) {
            return Optional.of(file + " is not used: " + e.getMessage());
        }
    }

    private static void copy(Set<String> good, Path from, Path to) throws IOException {
        for (String name : good) {
            Path target = to.resolve(name + WAV);
            Files.createDirectories(to.resolve(name.substring(0, name.indexOf('/'))));
            Files.copy(from.resolve(name + WAV), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What is no WAV by its name is no key either. */
    private static String key(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(WAV) ? name.substring(0, name.length() - WAV.length()) : name;
    }
}
