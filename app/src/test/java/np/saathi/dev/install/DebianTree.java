package np.saathi.dev.install;

import java.nio.file.Path;
import java.util.List;

import np.saathi.dev.process.DevServiceException;

/**
 * Debian packages unpacked into a directory, newer than the host's own libraries: its programs are run through the
 * tree's own loader.
 */
public record DebianTree(Path root, String architecture) {
    /** Debian's name of a machine and where its loader and libraries lie. */
    private record Machine(String triplet, String loader) {}

    private Machine machine() {
        return switch (architecture) {
            case "amd64" -> new Machine("x86_64-linux-gnu", "usr/lib64/ld-linux-x86-64.so.2");
            case "arm64" -> new Machine("aarch64-linux-gnu", "usr/lib/ld-linux-aarch64.so.1");
            default -> throw new DevServiceException("No loader known for " + architecture + ": use docker compose up");
        };
    }

    public Path file(String path) {
        return root.resolve(path);
    }

    /** The directory of shared libraries, and of what programs keep beside them. */
    public Path libraries() {
        return root.resolve("usr/lib").resolve(machine().triplet());
    }

    /** How to start a program of this tree: what stands before its arguments. */
    public List<String> command(String program) {
        // PulseAudio, which the speech program links, keeps a library of its own one directory deeper.
        String path = libraries() + ":" + libraries().resolve("pulseaudio");
        return List.of(file(machine().loader()).toString(), "--library-path", path, file(program).toString());
    }
}
