package np.saathi.dev.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Directories of this project, wherever in it the build was started. */
public final class Project {
    private Project() {}

    /** A directory of the project's top level, e.g. {@code asterisk-config}. */
    public static Path directory(String name) {
        Path start = Path.of("").toAbsolutePath();
        for (Path here = start; here != null; here = here.getParent()) {
            if (Files.isRegularFile(here.resolve("mvnw")) && Files.isDirectory(here.resolve(name))) {
                return here.resolve(name);
            }
        }
        throw new DevServiceException("No directory " + name + " in the project around " + start);
    }
}
