package np.saathi.safety;

import np.saathi.telephony.PhoneNumber;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One phone of the duty roster. Prints without its number.
 *
 * @param testedAt when somebody last saw it ring
 */
record DutyPhone(long id, int version, Plan plan, @Nullable Instant testedAt) {

    /**
     * What an admin sets.
     *
     * @param label whose phone it is
     * @param position phones are rung in this order, two at a time
     * @param times e.g. {@code 18:00-22:00}, in Nepal time; {@code *} or nothing: always
     * @param days e.g. {@code mon-fri}
     * @param languages which this person speaks, e.g. {@code ne en}
     */
    @Schema(name = "DutyPhonePlan")
    record Plan(@NotBlank @Size(max = 80) String label, @NotNull @Dialable String number,
            @Min(1) @Max(999) int position, @Pattern(regexp = When.TIMES) String times,
            @Pattern(regexp = When.DAYS) @Size(max = 40) String days,
            @Pattern(regexp = When.LANGUAGES) @Size(max = 40) String languages) {

        Plan {
            number = number == null ? null : PhoneNumber.plain(number);
            times = When.orAlways(times);
            days = When.orAlways(days);
            languages = When.orAlways(languages);
        }

        @Override
        public String toString() {
            return "Plan[" + position + " " + times + " " + days + " " + languages + "]";
        }
    }

    /** As the dialplan reads it. */
    String row() {
        return plan.number + "|" + plan.times + "|" + plan.days + "|" + plan.languages;
    }
}
