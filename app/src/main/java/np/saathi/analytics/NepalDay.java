package np.saathi.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are Nepal's. */
final class NepalDay {
    private static final ZoneId NEPAL = ZoneId.of("Asia/Kathmandu");

    private NepalDay() {}

    static LocalDate of(Instant instant) {
        return instant.atZone(NEPAL).toLocalDate();
    }
}
