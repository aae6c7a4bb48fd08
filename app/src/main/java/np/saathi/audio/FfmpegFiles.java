package np.saathi.audio;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.FileSystemUtils;

/**
 * FFmpeg as it comes with the app: a jar of Bytedeco's with the program and its libraries for the machine it was built
 * for (LGPL), unpacked once.
 */
public final class FfmpegFiles {
    /** The command that unpacks it where an image is built: {@code unpack-ffmpeg <directory>}. */
    public static final String COMMAND = "unpack-ffmpeg";
    private static final String IN_JAR = "classpath*:org/bytedeco/ffmpeg/linux-*/";
    private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";
    /**
     * What its part for cameras and microphones wants at the start and a server does not have. Nothing of them is ever
     * called: the smallest library at hand stands in.
     */
    private static final List<String> NEVER_CALLED = List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2",
            "libpulse.so.0", "libdrm.so.2", "libva.so.2", "libva-drm.so.2");
    private static final List<String> STAND_INS = List.of("libva-drm.so.2", "libvchiq_arm.so");
    private final Path place;

    FfmpegFiles(Path place) {
        this.place = place;
    }

    /** Unpacks it, for {@link #COMMAND}. */
    public static void unpack(Path place) throws IOException {
        new FfmpegFiles(place).directory();
    }

    /** Where program and libraries are. They appear there by renaming: whole, or not at all. */
    synchronized Path directory() throws IOException {
        Path home = place.toAbsolutePath().resolve(version());
        if (!Files.isDirectory(home)) {
            Path unpacked = Files.createTempDirectory(Files.createDirectories(place.toAbsolutePath()), "unpacking");
            try {
                fill(unpacked);
                // Readable where an image was built by another user than the one that runs it.
                Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                FileSystemUtils.deleteRecursively(unpacked);
                if (!Files.isDirectory(home)) { // else another process was faster
                    throw e;
                }
            }
        }
        return home;
    }

    private static String version() throws IOException {
        Properties properties = PropertiesLoaderUtils.loadProperties(new ClassPathResource(VERSION));
        return properties.getProperty("version");
    }

    private static void fill(Path directory) throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String pattern : List.of("ffmpeg", "lib*")) {
            for (Resource part : resolver.getResources(IN_JAR + pattern)) {
                String name = String.valueOf(part.getFilename());
                if (!name.startsWith("libjni")) { // for Java programs that call it within themselves
                    try (InputStream in = part.getInputStream()) {
                        Files.copy(in, directory.resolve(name));
                    }
                }
            }
        }
        Path program = directory.resolve("ffmpeg");
        if (!Files.exists(program)) {
            throw new FileNotFoundException("No FFmpeg for this machine comes with the app");
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path standIn = STAND_INS.stream().map(Path::of).filter(name -> Files.exists(directory.resolve(name)))
                .findFirst().orElseThrow(() -> new FileNotFoundException("FFmpeg's libraries are others than known"));
        for (String name : NEVER_CALLED) {
            if (!Files.exists(directory.resolve(name))) {
                Files.createSymbolicLink(directory.resolve(name), standIn);
            }
        }
    }
}
