package np.saathi.analytics;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Figures, {@code saathi.analytics.*}.
 *
 * @param shrawanFirst on which day 1 Shrawan of a Bikram Sambat year falls, by that year. There is no rule for it: the
 *        government's calendar committee publishes each year's
 */
@ConfigurationProperties("saathi.analytics")
record AnalyticsProperties(Map<Integer, LocalDate> shrawanFirst) {

    AnalyticsProperties {
        TreeMap<Integer, LocalDate> years = new TreeMap<>(shrawanFirst);
        years.forEach((year, first) -> {
            boolean midJuly = first.getMonth() == Month.JULY && first.getDayOfMonth() >= 14
                    && first.getDayOfMonth() <= 19 && first.getYear() == year - 57;
            LocalDate next = years.get(year + 1);
            boolean whole = next == null
                    ? year.equals(years.lastKey())
                    : days(first, next) >= 364
                            && days(first, next) <= 367;
            if (!midJuly || !whole) {
                throw new IllegalArgumentException("saathi.analytics.shrawan-first: 1 Shrawan " + year
                        + " can't be " + first + ", or the year after it is missing");
            }
        });
        shrawanFirst = Map.copyOf(years);
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
