package np.saathi.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories that only this user can look into. */
public final class PrivateDirectory {
    private static final Path MEMORY = Path.of("/dev/shm");
    /** Bytes; all services of a test run take about 1 GB. */
    private static final long PLENTY = 4L << 30;

    private PrivateDirectory() {}

    /**
     * A new directory that is deleted when the JVM ends. It lies directly below the system's temporary directory:
     * the path of Asterisk's control socket must stay below 108 characters. In memory where there is plenty: the disk
     * of a shared machine stalls for seconds at times, and a database with it.
     */
    public static Path temporary(String purpose) {
        try {
            Path made = Files.createTempDirectory(base(), "saathi-" + purpose + "-");
            Watchdog.guard(made);
            // After the services' own end: they still write there while they stop.
            AtEnd.lastly(() -> delete(made));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path base() throws IOException {
        boolean plenty = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > PLENTY;
        return plenty ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** This directory, made with its parents where missing, closed to others. */
    public static Path at(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            return directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a whole tree; links in it are deleted, not followed. Nothing happens where nothing is. */
    public static void delete(Path tree) {
        if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<Path>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory,
                        java.io.@org.jspecify.annotations.Nullable IOException failed) throws IOException {
                    if (failed != null) {
                        throw failed;
                    }
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Can't delete " + tree, e);
        }
    }
}
