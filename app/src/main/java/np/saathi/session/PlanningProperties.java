package np.saathi.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much the line carries, and how far it is planned. What volunteers may be asked for is a setting of the panel.
 *
 * @param channels calls that the exchange serves at once, as {@code SAATHI_CHANNELS} in asterisk-config: 60 there too
 * @param reserve of those, kept free of planned seats, so that the crisis path always gets its two (product.md)
 * @param weeksAhead how far a weekly session is planned: people see a month
 */
@Validated
@ConfigurationProperties("saathi.session")
public record PlanningProperties(@DefaultValue("60") @Min(1) int channels, @DefaultValue("2") @Min(0) int reserve,
        @DefaultValue("4") @Min(1) @Max(52) int weeksAhead) {

    int plannable() {
        return channels - reserve;
    }
}
