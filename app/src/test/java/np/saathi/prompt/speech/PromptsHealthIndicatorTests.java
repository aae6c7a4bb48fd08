package np.saathi.prompt.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import np.saathi.dev.process.Project;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;

class PromptsHealthIndicatorTests {

    @Test
    void isDownAndNamesWhatIsMissing(@TempDir Path nothing) {
        Script script = Script.load(Project.directory("prompts").resolve("script.yml"));

        Health health = new PromptsHealthIndicator(new PromptCatalog(script, nothing)).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("missing")).asString().contains("ne/crisis.connecting", "en/consent.agree");
    }
}
