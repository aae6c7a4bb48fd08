package np.saathi.joining;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people come from the web to the phone.
 *
 * @param codeLife how long a code counts: time to find a phone
 * @param callbackLife how long a number is kept at most (product.md: 7 days)
 * @param callbackPause between the three tries; longer than ringing and hearing the first words
 */
@Validated
@ConfigurationProperties("saathi.joining")
record JoiningProperties(
        @DefaultValue("15m") @DurationMin(minutes = 1) Duration codeLife,
        @DefaultValue("7d") @DurationMin(minutes = 1) Duration callbackLife,
        @DefaultValue("2m") @DurationMin(minutes = 1) Duration callbackPause) {}
