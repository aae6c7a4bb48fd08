package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Recorded sentences, {@code <language>/<key>.wav}: what an admin put in its place wins over what lies with the script. */
final class Recordings {
    private static final String WAV = ".wav";
    private final Path withScript;
    private final Path replacements;

    Recordings(Path withScript, Path replacements) {
        this.withScript = withScript;
        this.replacements = replacements;
    }

    /**
     * One recording.
     *
     * @param stamp changes with the file, whatever time it pretends to be from: its size and when its entry was last changed
     */
    record Take(Path file, String stamp) {}

    /** @return what there is now, by {@code language/key}; found out by looking at the directories, not into the files */
    Map<String, Take> all() throws IOException {
        Map<String, Take> all = new HashMap<>();
        for (Path directory : List.of(withScript, replacements)) { // the later one wins
            for (Path file : wavs(directory)) {
                try {
                    all.put(name(directory, file), new Take(file, stamp(file)));
                } catch (NoSuchFileException e) {
                    continue; // taken back just now
                }
            }
        }
        return all;
    }

    private static String stamp(Path file) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(file, "unix:size,ctime");
        FileTime changed = (FileTime) Objects.requireNonNull(attributes.get("ctime"));
        return attributes.get("size") + "@" + changed.to(TimeUnit.NANOSECONDS);
    }

    private static List<Path> wavs(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.filter(file -> file.getNameCount() == directory.getNameCount() + 2)
                    .filter(file -> file.toString().endsWith(WAV)).toList();
        }
    }

    private static String name(Path directory, Path file) {
        String name = directory.relativize(file).toString();
        return name.substring(0, name.length() - WAV.length());
    }

    void replace(String name, byte[] wav) throws IOException {
        Path file = replacements.resolve(name + WAV);
        Files.createDirectories(file.resolveSibling("."));
        Manifest.writeWhole(file, wav);
    }

    void restore(String name) throws IOException {
        Files.deleteIfExists(replacements.resolve(name + WAV));
    }

    /** @return a fingerprint of each replacement, by its name */
    Map<String, String> replaced() throws IOException {
        Map<String, String> replaced = new TreeMap<>();
        for (Path file : wavs(replacements)) {
            replaced.put(name(replacements, file), Manifest.fingerprint(Files.readAllBytes(file)));
        }
        return replaced;
    }
}
