package np.saathi.dev.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mirror is the one that the host's own apt is set up with, in whichever format. */
class AptSourcesTests {
    private static final String LINES = """
        # deb http://commented.example/debian bookworm main
        deb-src http://source.example/debian bookworm main
        deb http://security.example/debian-security bookworm-security main
        deb [arch=amd64 signed-by=/usr/share/keyrings/other.gpg] https://other.example/repo bookworm-other main
        deb [ signed-by=/keys/debian.gpg arch=amd64 ] http://mirror.example/debian bookworm main contrib # ours
        """;
    private static final String STANZAS = """
        # Debian's own
        Types: deb deb-src
        URIs: http://mirror.example/debian
        Suites: bookworm
          bookworm-updates
        Components: main
        Signed-By: /keys/debian.gpg

        Enabled: no
        Types: deb
        URIs: http://off.example/debian
        Suites: sid
        Components: main
        """;

    @Test
    void oneLineFormatGivesTheMirrorWithItsKeyring() {
        assertThat(AptSources.debianMirror(AptSources.ofLines(LINES), "bookworm"))
                .hasValue(new AptSources.Source("http://mirror.example/debian", List.of("bookworm"),
                        List.of("main", "contrib"), "/keys/debian.gpg"));
    }

    @Test
    void deb822FormatGivesTheMirrorAndLeavesDisabledStanzasOut() {
        assertThat(AptSources.ofStanzas(STANZAS)).containsExactly(new AptSources.Source(
                "http://mirror.example/debian", List.of("bookworm", "bookworm-updates"), List.of("main"),
                "/keys/debian.gpg"));
    }

    @Test
    void keyringWithinTheStanzaIsNoPath() {
        String inline = "Types: deb\nURIs: http://m.example/d\nSuites: sid\nComponents: main\nSigned-By:\n -----BEGIN\n abc\n";
        assertThat(AptSources.ofStanzas(inline)).singleElement()
                .satisfies(source -> assertThat(source.signedBy()).isNull());
    }

    @Test
    void bothFormatsAreReadAndFilesAptIgnoresAreIgnored(@TempDir Path apt) throws Exception {
        Path parts = Files.createDirectories(apt.resolve("sources.list.d"));
        Files.writeString(apt.resolve("sources.list"), LINES);
        Files.writeString(parts.resolve("debian.sources"), STANZAS);
        Files.writeString(parts.resolve("debian.sources.disabled"), STANZAS);
        assertThat(AptSources.read(apt)).hasSize(4);
    }

    @Test
    void otherArchivesAreNoMirror() {
        assertThat(AptSources.debianMirror(AptSources.ofLines(LINES), "trixie")).isEmpty();
    }
}
