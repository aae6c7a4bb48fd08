package np.saathi.dev.process;

import java.util.Locale;
import java.util.Optional;

/** A setting of the development services: a system property, or the environment variable of the same name. */
public final class Settings {
    private Settings() {}

    /** {@code saathi.sip.port} is looked for as that property, then as {@code SAATHI_SIP_PORT}. */
    public static Optional<String> text(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            value = System.getenv(property.replace('.', '_').toUpperCase(Locale.ROOT));
        }
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
