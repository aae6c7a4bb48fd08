package np.saathi.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The crisis path's data. It is written to a file on the exchange's side at every start, and is served from there.
 *
 * @param file where the exchange reads it
 * @param duty who is rung, in this order; none by default: a roster is people who agreed to it
 * @param helplines which help lines may be dialled, in this order; none by default, for hours and willingness must be
 *     verified by the operator
 * @param spoken the numbers that are read first: suicide prevention 1166 and ambulance 102. At most two
 * @param others the numbers behind key 2: women 1145, children 1098, police 100
 * @param callbackLife how long a number is kept for ringing back (product.md: 1 h)
 * @param callbackPause between the tries of ringing back; one try plus two
 */
@Validated
@ConfigurationProperties("saathi.crisis")
public record CrisisProperties(@NotNull Path file, @DefaultValue List<@Valid Duty> duty,
        @DefaultValue List<@Valid Helpline> helplines, @NotEmpty List<@Valid Spoken> spoken,
        @NotEmpty List<@Valid Spoken> others, @DefaultValue("1h") Duration callbackLife,
        @DefaultValue("2m") Duration callbackPause) {

    /** Hours and days as Asterisk's GotoIfTime has them, in Nepal time: {@code 18:00-22:00}, {@code mon-fri}. */
    static final String TIMES = "\\*|[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]";
    static final String DAYS = "\\*|[a-z]{3}(-[a-z]{3})?(&[a-z]{3}(-[a-z]{3})?)*";

    /** One phone of the duty roster, and when it may be rung. */
    public record Duty(@NotNull @Dialable String number,
            @DefaultValue("*") @Pattern(regexp = TIMES) String times,
            @DefaultValue("*") @Pattern(regexp = DAYS) String days) {

        @Override
        public String toString() {
            return "Duty[" + times + " " + days + "]";
        }
    }

    /**
     * A help line.
     *
     * @param prompt the key of its name in {@code prompts/script.yml}
     * @param dial the number
     * @param languages it speaks: codes with blanks between, or {@code *}
     */
    public record Helpline(@NotNull @Pattern(regexp = "[a-z0-9.]+") String prompt,
            @NotNull @Dialable String dial,
            @DefaultValue("*") @Pattern(regexp = TIMES) String times,
            @DefaultValue("*") @Pattern(regexp = DAYS) String days,
            @DefaultValue("*") @Pattern(regexp = "\\*|[a-z]{2,3}( [a-z]{2,3})*") String languages) {}

    /** A number that is spoken, never dialled. */
    public record Spoken(@NotNull @Pattern(regexp = "[a-z0-9.]+") String prompt,
            @NotNull @NotOwn @Pattern(regexp = "[0-9]{3,11}") String digits) {}
}
