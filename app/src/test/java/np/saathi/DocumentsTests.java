package np.saathi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What a newcomer reads first, and where everything lies. */
class DocumentsTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
    /** As the owner fixed it; {@code secrets} is made by who runs it. */
    private static final Set<String> TOP_LEVEL = Set.of("app", "asterisk-config", "prompts", "docker-compose.yml",
            "pom.xml", "README.md", "LICENSE", "mvnw", "mvnw.cmd", "secrets", "target");

    @Test
    void theFirstPageIsAPage() throws IOException {
        assertThat(Files.size(ROOT.resolve("README.md"))).isLessThanOrEqualTo(8 * 1024);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            List<String> links = LINK.matcher(Files.readString(document)).results().map(link -> link.group(1))
                    .filter(link -> !link.contains("://")).toList();
            assertThat(links).as("links of %s", ROOT.relativize(document))
                    .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
        }
    }

    @Test
    void theTopLevelIsTheOwners() throws IOException {
        try (Stream<Path> there = Files.list(ROOT)) {
            assertThat(there.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .isSubsetOf(TOP_LEVEL);
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String directory : List.of("app/docs", ".github")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(directory))) {
                files.filter(path -> path.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }
}
