package np.saathi.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Every sentence the line can say, as it sounds: the rendered prompts {@code <language>/<key>.alaw}. */
public final class SpokenPrompts {
    private static final Map<Path, SpokenPrompts> OPENED = new ConcurrentHashMap<>();

    private final Path directory;
    private final Map<String, SpokenPrompt> read = new ConcurrentHashMap<>();
    private final Map<String, List<SpokenPrompt>> languages = new ConcurrentHashMap<>();
    private final Map<String, SpokenLibrary> libraries = new ConcurrentHashMap<>();
    private @Nullable PromptFrames frames;

    /** Those in the line's sounds directory. What tells them apart is found out once in this JVM, at first use. */
    public static SpokenPrompts in(Path directory) {
        return OPENED.computeIfAbsent(directory.toAbsolutePath(), SpokenPrompts::new);
    }

    /** Read when they are first asked for. */
    private SpokenPrompts(Path directory) {
        this.directory = directory;
    }

    SpokenPrompt get(String key, String language) {
        return read.computeIfAbsent(language + "/" + key, name -> {
            Path file = directory.resolve(name + ".alaw");
            try {
                return new SpokenPrompt(key, language, Alaw.decode(Files.readAllBytes(file)), this);
            } catch (IOException e) {
                throw new UncheckedIOException("There is no prompt " + file, e);
            }
        });
    }

    List<SpokenPrompt> all(String language) {
        return languages.computeIfAbsent(language, name -> {
            try (Stream<Path> files = Files.list(directory.resolve(name))) {
                return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".alaw")).sorted()
                        .map(file -> get(file.substring(0, file.length() - ".alaw".length()), name)).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    SpokenLibrary spokenIn(String language) {
        return libraries.computeIfAbsent(language, name -> new SpokenLibrary(
                all(name).stream().filter(SpokenPrompt::isAudible).toList()));
    }

    /** Of the sentences in every language. */
    synchronized PromptFrames frames() {
        if (frames == null) {
            frames = new PromptFrames(this);
        }
        return frames;
    }

    List<String> languages() {
        try (Stream<Path> directories = Files.list(directory)) {
            return directories.filter(Files::isDirectory).map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In every language. */
    public List<SpokenPrompt> all() {
        return languages().stream().flatMap(language -> all(language).stream()).toList();
    }
}
