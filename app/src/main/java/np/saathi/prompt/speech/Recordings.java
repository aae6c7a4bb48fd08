package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** @param name {@code language/key} */
    Optional<Path> of(String name) {
        return Stream.of(replacements, withScript).map(directory -> directory.resolve(name + WAV)).filter(Files::exists)
                .findFirst();
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
        if (Files.isDirectory(replacements)) {
            try (Stream<Path> files = Files.walk(replacements, 2)) {
                for (Path file : files.filter(path -> path.toString().endsWith(WAV)).toList()) {
                    String name = replacements.relativize(file).toString();
                    replaced.put(name.substring(0, name.length() - WAV.length()),
                            Manifest.fingerprint(Files.readAllBytes(file)));
                }
            }
        }
        return replaced;
    }
}
