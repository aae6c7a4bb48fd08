package np.saathi.volunteer;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How PINs are guarded.
 *
 * @param wrongPins after so many, the calling phone waits; what bounds a guesser is counted by account, ADR 0020
 * @param waiting how long, from the last wrong one; as long it takes for earlier ones to be forgiven
 */
@Validated
@ConfigurationProperties("saathi.sign-in")
record SignInProperties(@DefaultValue("5") @Min(1) @Max(100) int wrongPins, @DefaultValue("15m") Duration waiting) {}
