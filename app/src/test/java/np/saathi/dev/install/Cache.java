package np.saathi.dev.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import np.saathi.dev.process.PrivateDirectory;
import np.saathi.dev.process.Progress;
import np.saathi.dev.process.Settings;

/**
 * The user's cache directory for what is fetched once: {@code saathi.cache} or {@code SAATHI_CACHE}, else
 * {@code $XDG_CACHE_HOME/saathi}, else {@code ~/.cache/saathi}. It lies outside the build tree, so that cleaning the
 * build does not fetch again.
 */
public final class Cache {
    private final Path directory;

    Cache(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** The cache of the user who runs this. */
    public static Cache ofUser() {
        return new Cache(Settings.text("saathi.cache").map(Path::of).orElseGet(Cache::byConvention));
    }

    private static Path byConvention() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        boolean set = xdg != null && !xdg.isBlank();
        return (set ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache")).resolve("saathi");
    }

    public Path directory() {
        return directory;
    }

    /** Fills an empty directory; what it leaves there is the entry. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path emptyDirectory) throws IOException;
    }

    /**
     * The named entry, filled first where it is missing. An entry appears by renaming, so it is whole or not there; a
     * lock file keeps two builds from fetching the same at once.
     */
    public Path entry(String name, Filler filler) {
        Path entry = directory.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        // The file lock is held for the whole JVM: threads of one JVM need the monitor as well.
        synchronized (Cache.class) {
            try {
                Files.createDirectories(directory);
                try (FileChannel file = FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE); FileLock held = lock(file)) {
                    if (!Files.isDirectory(entry)) {
                        fill(entry, filler);
                    }
                    return entry;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The cache " + directory + " can't be used; choose another with"
                        + " -Dsaathi.cache or SAATHI_CACHE", e);
            }
        }
    }

    /** Throws an entry away, so that it is filled again. */
    public void drop(String name) {
        PrivateDirectory.delete(directory.resolve(name));
    }

    private static FileLock lock(FileChannel file) throws IOException {
        FileLock free = file.tryLock();
        if (free != null) {
            return free;
        }
        Progress.step("Another build is fetching into the same cache; waiting for it");
        return file.lock();
    }

    private static void fill(Path entry, Filler filler) throws IOException {
        Path unfinished = entry.resolveSibling(entry.getFileName() + ".unfinished");
        PrivateDirectory.delete(unfinished);
        Files.createDirectories(unfinished);
        filler.fill(unfinished);
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    }
}
