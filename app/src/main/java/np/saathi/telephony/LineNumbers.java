package np.saathi.telephony;

import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The line's own numbers. Nobody is known by them, and they are rung for nothing: the line would call itself.
 *
 * @param callers what callers dial, as {@code SAATHI_CALLER_NUMBER} in asterisk-config
 * @param volunteers what volunteers dial, as {@code SAATHI_VOLUNTEER_NUMBER}
 * @param pilots further numbers of the trunk that it may show in place of a caller's
 */
@Validated
@ConfigurationProperties("saathi.line")
public record LineNumbers(@DefaultValue("1660") @Pattern(regexp = NUMBER) String callers,
        @DefaultValue("1661") @Pattern(regexp = NUMBER) String volunteers,
        @DefaultValue Set<@Pattern(regexp = NUMBER) String> pilots) {
    private static final String NUMBER = "\\+?[0-9]{3,15}";

    /** What shows on a phone that is rung, as digits. */
    public String shown() {
        return callers.replace("+", "");
    }

    /** Whether it is one of ours, in whatever shape it was written. */
    public boolean isOwn(PhoneNumber number) {
        return Stream.concat(Stream.of(callers, volunteers), pilots.stream())
                .flatMap(own -> PhoneNumber.parse(own).stream()).anyMatch(number::isSameSubscriber);
    }
}
