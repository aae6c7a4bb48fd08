package np.saathi.wording;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code saathi.prompts.require-review}.
 *
 * @param requireReview whether groups open only when the words of consent and of the crisis path are recorded and
 *        reviewed; not so in development, where nobody is let down by a machine's voice
 */
@ConfigurationProperties("saathi.prompts")
record WordingProperties(@DefaultValue("true") boolean requireReview) {}
