package np.saathi.safety;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import np.saathi.prompt.Prompt;
import np.saathi.telephony.PhoneNumber;

/**
 * A public help number.
 *
 * @param testedAt when somebody last reached it
 */
record Helpline(long id, int version, Plan plan, @Nullable Instant testedAt) {

    /** When its number is read aloud. */
    enum Reading {
        /** To everybody who reaches no one: two numbers at most. */
        FIRST,
        /** To those who ask for more. */
        MORE
    }

    /**
     * What an admin sets.
     *
     * @param prompt the words that name it, one of the script's {@code helpline.…}: every one of them is rendered
     * @param dial what the crisis path dials; nothing: it is only spoken
     * @param spoken what is read, digit by digit; nothing: it is only dialled
     * @param reading when it is read
     * @param position in this order
     * @param times when it is dialled, in Nepal time: verified with those who answer there
     * @param languages that they speak
     */
    @Schema(name = "HelplinePlan")
    record Plan(@NotNull @Pattern(regexp = "helpline\\.[a-z0-9.]{1,30}") String prompt, @Nullable @Dialable String dial,
            @Nullable @NotOwn @Pattern(regexp = "[0-9]{3,11}") String spoken, @Nullable Reading reading,
            @Min(1) @Max(999) int position, @Pattern(regexp = When.TIMES) String times,
            @Pattern(regexp = When.DAYS) @Size(max = 40) String days,
            @Pattern(regexp = When.LANGUAGES) @Size(max = 40) String languages) {

        Plan {
            dial = dial == null ? null : PhoneNumber.plain(dial);
            spoken = spoken == null ? null : PhoneNumber.plain(spoken);
            times = When.orAlways(times);
            days = When.orAlways(days);
            languages = When.orAlways(languages);
        }

        @JsonIgnore
        @AssertTrue(message = "prompt must be words that the line can say")
        public boolean isSayable() {
            return prompt == null || Arrays.stream(Prompt.values()).anyMatch(known -> known.key().equals(prompt));
        }

        @JsonIgnore
        @AssertTrue(message = "must have a number to dial or one to speak, and say when to read what is spoken")
        public boolean isWhole() {
            return (dial != null || spoken != null) && (spoken == null) == (reading == null);
        }
    }

    boolean isRead(Reading when) {
        return plan.reading == when;
    }

    /** As the dialplan reads what is to be dialled. */
    String dialRow() {
        return plan.prompt + "|" + plan.dial + "|" + plan.times + "|" + plan.days + "|" + plan.languages;
    }

    /** As the dialplan reads what is to be spoken. */
    String spokenRow() {
        return plan.prompt + "|" + plan.spoken;
    }
}
