package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * What the sound files were made from: one line per {@code language/key} with a fingerprint of its source, whether that is a
 * recording, and by what the recording's file is known again. It lies among the sounds, so that whoever deletes them
 * deletes it too.
 */
final class Manifest {

    private static final String NAME = "manifest";
    private static final String RECORDED = "recorded";
    private static final String SYNTHETIC = "synthetic";

    private final Path file;
    private final Map<String, Made> sounds = new ConcurrentSkipListMap<>();

    /**
     * What one sound was made from.
     *
     * @param stamp of the recording's file ({@link Recordings.Take}); {@link #NONE} where it is not known
     */
    record Made(String fingerprint, boolean recorded, String stamp) {
        static final String NONE = "-";

        boolean soundsAs(Made other) {
            return fingerprint.equals(other.fingerprint) && recorded == other.recorded;
        }
    }

    Manifest(Path sounds) {
        this.file = sounds.resolve(NAME);
    }

    static Manifest of(Path sounds) throws IOException {
        Manifest manifest = new Manifest(sounds);
        if (Files.exists(manifest.file)) {
            for (String line : Files.readAllLines(manifest.file)) {
                String[] words = line.split(" ", -1);
                if (words.length >= 3) { // the stamp came later
                    manifest.sounds.put(words[0], new Made(words[1], words[2].equals(RECORDED),
                            words.length > 3 ? words[3] : Made.NONE));
                }
            }
        }
        return manifest;
    }

    /** A short name for this content: equal content, equal name. */
    static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    Optional<Made> made(String name) {
        return Optional.ofNullable(sounds.get(name));
    }

    void put(String name, Made made) {
        sounds.put(name, made);
    }

    void remove(String name) {
        sounds.remove(name);
    }

    Set<String> names() {
        return Set.copyOf(sounds.keySet());
    }

    void save() throws IOException {
        String lines = sounds.entrySet().stream()
                .map(line -> line.getKey() + " " + line.getValue().fingerprint() + " "
                        + (line.getValue().recorded() ? RECORDED : SYNTHETIC) + " " + line.getValue().stamp() + "\n")
                .collect(Collectors.joining());
        writeWhole(file, lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes beside the file, then renames: a reader sees the old file or the new one, never half of it. */
    static void writeWhole(Path file, byte[] content) throws IOException {
        // Not a "temporary file" of the JDK, which only its owner could read: the exchange may be another user.
        Path beside = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + "."
                + Thread.currentThread().threadId());
        try {
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
