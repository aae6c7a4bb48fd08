package np.saathi.session;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be planned.
 *
 * @param channels calls that the exchange serves at once, as {@code SAATHI_CHANNELS} in asterisk-config: 60 there too
 * @param reserve of those, kept free of planned seats, so that the crisis path always gets its two (product.md)
 * @param sessionsADay of one volunteer, in a Nepal day: listening to distress wears out
 * @param sessionsAWeek of one volunteer, in a Nepal week
 * @param pause between two sessions of one volunteer
 * @param weeksAhead how far a weekly session is planned: people see a month
 */
@Validated
@ConfigurationProperties("saathi.session")
record PlanningProperties(@DefaultValue("60") @Min(1) int channels, @DefaultValue("2") @Min(0) int reserve,
        @DefaultValue("2") @Min(1) int sessionsADay, @DefaultValue("6") @Min(1) int sessionsAWeek,
        @DefaultValue("30m") @DurationMin Duration pause, @DefaultValue("4") @Min(1) @Max(52) int weeksAhead) {

    int plannable() {
        return channels - reserve;
    }
}
