package np.saathi.dev.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import np.saathi.dev.process.Progress;

/** Says every few seconds how much of a download is there, until it is closed. */
final class DownloadProgress implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final long MEGABYTE = 1_000_000;
    private final Path archives;
    private final long bytes;
    private final Thread teller;

    /**
     * @param archives apt's directory of packages, which come into its {@code partial} first
     * @param bytes    that will be in it in the end
     */
    DownloadProgress(Path archives, long bytes) {
        this.archives = archives;
        this.bytes = bytes;
        this.teller = Thread.ofVirtual().name("download").start(this::tell);
    }

    private void tell() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                long there = sizeOf(archives) + sizeOf(archives.resolve("partial"));
                Progress.step("      %d of %d MB", there / MEGABYTE, bytes / MEGABYTE);
            }
        } catch (InterruptedException isThere) {
            Thread.currentThread().interrupt();
        }
    }

    private static long sizeOf(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(DownloadProgress::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files are moved when they are whole. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException moved) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
