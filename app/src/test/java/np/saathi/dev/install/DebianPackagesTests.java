package np.saathi.dev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.dev.asterisk.AsteriskInstall;
import np.saathi.dev.process.DevServiceException;

/** Where nothing can be fetched, the message says so and what to do instead. */
class DebianPackagesTests {
    @TempDir
    Path directory;

    @Test
    void anotherKindOfSystemIsToldToUseDocker() throws IOException {
        DebianPackages packages = packages("ID=other\n", "deb http://127.0.0.1:9/debian bookworm main\n");
        assertThatThrownBy(() -> packages.tree("what-a-test-asks-for", List.of("asterisk")))
                .isInstanceOf(DevServiceException.class).hasMessageContaining("docker compose up");
    }

    @Test
    void noNetworkIsToldAndLeavesNothingHalfFetched() throws IOException {
        // Port 9 on loopback: nobody answers there.
        DebianPackages packages = packages("ID=debian\nVERSION_CODENAME=bookworm\n",
                "deb http://127.0.0.1:9/debian bookworm main\n");
        assertThatThrownBy(() -> packages.tree("what-a-test-asks-for", List.of("asterisk")))
                .isInstanceOf(DevServiceException.class).hasMessageContaining("no network")
                .hasMessageContaining("docker compose up");
        try (var left = Files.list(directory.resolve("cache"))) {
            assertThat(left.filter(path -> path.getFileName().toString().matches("what-a-test-asks-for-sid-[a-z0-9]+")))
                    .isEmpty();
        }
    }

    @Test
    void securityFixesAreAskedFor() {
        assertThat(AsteriskInstall.isRecent("22.10.1")).isTrue();
        assertThat(AsteriskInstall.isRecent("23.0")).isTrue();
        assertThat(AsteriskInstall.isRecent("22.9.9")).isFalse();
        assertThat(AsteriskInstall.isRecent("22.10")).isFalse();
    }

    private DebianPackages packages(String osRelease, String sources) throws IOException {
        Path apt = Files.createDirectories(directory.resolve("apt"));
        Files.writeString(apt.resolve("sources.list"), sources);
        Path release = Files.writeString(directory.resolve("os-release"), osRelease);
        return new DebianPackages(new Cache(directory.resolve("cache")), apt, release,
                "Acquire::Retries \"0\";\n");
    }
}
