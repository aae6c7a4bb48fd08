package np.saathi.prompt.speech;

import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;

/** The words of the line as beans; needs neither database nor exchange. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PromptProperties.class, SpeechProperties.class})
class PromptConfiguration {

    @Bean
    Script script(PromptProperties properties) {
        return Script.load(properties.script());
    }

    @Bean
    PromptCatalog promptCatalog(Script script, PromptProperties properties) {
        return new PromptCatalog(script, properties.sounds());
    }

    @Bean
    PromptStore promptStore(Script script, PromptProperties properties, SpeechProperties speech) {
        return new PromptStore(script, engines(speech),
                new Recordings(properties.recordings(), properties.replacements()), properties.sounds());
    }

    @Bean
    TelephoneStudio studio(Script script, SpeechProperties speech) {
        return new TelephoneStudio(script, engines(speech));
    }

    private static List<SpeechEngine> engines(SpeechProperties speech) {
        return List.of(new FreeTtsEngine(), new EspeakEngine(speech.espeak(), speech.espeakData()));
    }
}
