package np.saathi.session;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.TestPrompts;

/** Sessions are held in languages; nobody speaks here. */
@TestConfiguration(proxyBeanMethods = false)
class NoSounds {

    @Bean
    PromptCatalog prompts() {
        return TestPrompts.in(Language.NEPALI, Language.ENGLISH);
    }
}
