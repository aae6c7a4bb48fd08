package np.saathi.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppCommandTests {
    private static final Instant BUILT = Instant.parse("2026-11-30T06:00:00Z");
    @TempDir
    Path app;

    @BeforeEach
    void builtAndExtracted() throws IOException {
        file("pom.xml", BUILT.minusSeconds(90));
        file("jvm.options", BUILT.minusSeconds(90));
        file("target/classes/np/saathi/SaathiApplication.class", BUILT.minusSeconds(60));
        file("target/extracted/saathi-app-1.jar", BUILT.minusSeconds(10));
        file("target/extracted/saathi.aot", BUILT);
    }

    private void file(String name, Instant written) throws IOException {
        Path file = app.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private AppCommand command() {
        return AppCommand.of(app, "classes:libraries");
    }

    @Test
    void aBuildThatWasPackedIsStartedFromTheJarWithItsCacheAndTheOptionsThatMadeIt() {
        Path extracted = app.resolve("target/extracted");
        assertThat(command().words()).contains("@" + app.resolve("jvm.options"),
                "-XX:AOTCache=" + extracted.resolve("saathi.aot")).endsWith("-jar",
                        extracted.resolve("saathi-app-1.jar").toString());
        assertThat(command().says()).contains("with its AOT cache");
    }

    @Test
    void classesThatWereCompiledSinceAreStartedInItsPlaceAndThatIsSaid() throws IOException {
        file("target/classes/np/saathi/Operation.class", BUILT.plusSeconds(1));
        assertThat(command().words()).endsWith("-cp", "classes:libraries", "np.saathi.SaathiApplication");
        assertThat(command().says()).contains("older than the classes");
    }

    @Test
    void librariesThatMayHaveChangedSinceCountAsWell() throws IOException {
        file("pom.xml", BUILT.plusSeconds(1));
        assertThat(command().says()).contains("older than the classes");
    }

    @Test
    void withoutAJarOrWithoutACacheTheClassesAreStartedAndThatIsSaid() throws IOException {
        Files.delete(app.resolve("target/extracted/saathi.aot"));
        assertThat(command().words()).endsWith("-cp", "classes:libraries", "np.saathi.SaathiApplication");
        assertThat(command().says()).contains("no extracted jar");
    }
}
