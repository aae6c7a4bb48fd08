package np.saathi.telephony;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call, by the exchange's own unique name for it; the same after the app restarts, never the same again after
 * the exchange restarts. It says nothing about who calls.
 */
public record CallId(String value) {
    /** Asterisk's documented form: {@code [system-]epoch.count}. */
    private static final Pattern MADE_AT = Pattern.compile("(?:.*-)?([0-9]{9,11})\\.[0-9]+");

    /** When the call began, to the second: its name tells. Empty for a name of another form. */
    public Optional<Instant> madeAt() {
        Matcher parts = MADE_AT.matcher(value);
        return parts.matches() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
