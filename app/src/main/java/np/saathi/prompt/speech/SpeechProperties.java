package np.saathi.prompt.speech;

import java.nio.file.Path;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How speech is synthesized, {@code saathi.speech.*}.
 *
 * @param espeak the program espeak-ng with what must stand before its own arguments; by default the one that the system
 *        has installed. In development it may be a fetched one that runs through its own loader
 * @param espeakData the directory that holds its {@code espeak-ng-data}; by default the program knows
 */
@Validated
@ConfigurationProperties("saathi.speech")
record SpeechProperties(@DefaultValue("espeak-ng") @NotEmpty List<String> espeak, @Nullable Path espeakData) {}
