package np.saathi.prompt.speech;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How speech is synthesized, {@code saathi.speech.*}.
 *
 * @param espeak the program espeak-ng with its first arguments; by default the one that the system has installed. In
 *        development it may be a fetched one: its loader before it, {@code --path=} of its data after it
 */
@Validated
@ConfigurationProperties("saathi.speech")
record SpeechProperties(@DefaultValue("espeak-ng") @NotEmpty List<String> espeak) {}
