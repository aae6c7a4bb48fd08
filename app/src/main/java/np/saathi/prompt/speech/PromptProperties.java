package np.saathi.prompt.speech;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the words of the line are, {@code saathi.prompts.*}.
 *
 * @param script the script of all sentences; by default where the project has it, seen from its root
 * @param recordings the directory of {@code <language>/<key>.wav}; by default beside the script
 * @param replacements the directory of recordings that admins put in their place, which this app writes
 * @param sounds the directory of rendered sounds, which the exchange must read at the same path: by default the volume
 *        that both share in {@code docker-compose.yml}
 */
@Validated
@ConfigurationProperties("saathi.prompts")
record PromptProperties(
        @DefaultValue("prompts/script.yml") Path script,
        @DefaultValue("prompts") Path recordings,
        @DefaultValue("/var/lib/saathi/replacements") Path replacements,
        @DefaultValue("/var/lib/saathi/sounds") Path sounds) {}
