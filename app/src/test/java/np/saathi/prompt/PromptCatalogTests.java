package np.saathi.prompt;

import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.GREETING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.dev.process.Project;

class PromptCatalogTests {

    private static final Script SCRIPT = Script.load(Project.directory("prompts").resolve("script.yml"));

    @TempDir
    Path sounds;

    private PromptCatalog catalog;

    @BeforeEach
    void open() {
        catalog = new PromptCatalog(SCRIPT, sounds);
    }

    @Test
    void aLengthIsMeasuredOnTheFiles() throws IOException {
        put("ne/greeting", 12_000);
        put("ne/number.4", 4_000);
        put("en/greeting", 16_000);
        Spoken saying = Spoken.of(GREETING).then(Spoken.number(4));

        assertThat(catalog.lengthOf(saying, NEPALI)).isEqualTo(Duration.ofSeconds(2));
        assertThat(catalog.lengthOf(Spoken.of(GREETING).in(ENGLISH), NEPALI)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void wordsThatAreBoundToALanguageAreReadInIt() {
        Spoken english = Spoken.of(GREETING).in(ENGLISH);
        assertThat(catalog.text(english, NEPALI)).isEqualTo(catalog.text(Spoken.of(GREETING), ENGLISH)).isNotEmpty();
    }

    @Test
    void whatIsNotRenderedHasTheLengthItMayHave() {
        assertThat(catalog.lengthOf(Spoken.of(GREETING), NEPALI)).isEqualTo(SCRIPT.longest("greeting"));
        assertThat(catalog.lengthOf(Spoken.category("unheard-of"), NEPALI)).isEqualTo(Duration.ZERO);
    }

    @Test
    void sayableIsWhatHasBothEncodings() throws IOException {
        assertThat(catalog.canSay(Spoken.of(GREETING), NEPALI)).isFalse();
        put("ne/greeting", 100);
        assertThat(catalog.canSay(Spoken.of(GREETING), NEPALI)).isTrue();
        Files.delete(sounds.resolve("ne/greeting.ulaw"));
        assertThat(catalog.canSay(Spoken.of(GREETING), NEPALI)).isFalse();
    }

    @Test
    void missingConsentAndCrisisWordsAreNamed() throws IOException {
        assertThat(catalog.missingVital()).contains("ne/consent.agree", "en/crisis.connecting", "en/number.6")
                .doesNotContain("ne/rating", "ne/number.11");
        for (String missing : catalog.missingVital()) {
            put(missing, 8);
        }
        assertThat(catalog.missingVital()).isEmpty();
    }

    @Test
    void languagesAreFoundByTheirCode() {
        assertThat(catalog.language("en")).contains(ENGLISH);
        assertThat(catalog.language("fr")).isEmpty();
        assertThat(catalog.languages().getFirst()).isEqualTo(NEPALI);
    }

    private void put(String name, int bytes) throws IOException {
        for (String encoding : PromptCatalog.ENCODINGS) {
            Path file = sounds.resolve(name + "." + encoding);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[bytes]);
        }
    }
}
