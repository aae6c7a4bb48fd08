package np.saathi.prompt.speech;

import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import np.saathi.prompt.PromptCatalog;

/** Health {@code prompts}: down while a sentence of consent or of the crisis path can't be said in some language. */
@Component
class PromptsHealthIndicator implements HealthIndicator {

    private final PromptCatalog catalog;

    PromptsHealthIndicator(PromptCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Health health() {
        List<String> missing = catalog.missingVital();
        return missing.isEmpty() ? Health.up().build() : Health.down().withDetail("missing", missing).build();
    }
}
