package np.saathi.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

/** Nepal's fiscal years: from 1 Shrawan (mid-July) to the last day of Asar, named by both Bikram Sambat years. */
@Component
class FiscalYears {
    private final List<Period> known;

    FiscalYears(AnalyticsProperties properties) {
        List<Map.Entry<Integer, LocalDate>> begins = properties.shrawanFirst().entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).toList();
        known = IntStream.range(0, Math.max(0, begins.size() - 1))
                .mapToObj(i -> new Period(name(begins.get(i).getKey()), begins.get(i).getValue(),
                        begins.get(i + 1).getValue().minusDays(1)))
                .toList();
    }

    /** Those that begin and end within the known table and touch these days, the earliest first. */
    List<Period> touching(LocalDate from, LocalDate to) {
        return known.stream().filter(year -> !year.to().isBefore(from) && !year.from().isAfter(to)).toList();
    }

    /** {@code 2082/83} begins in the year 2082. */
    private static String name(int year) {
        return "%d/%02d".formatted(year, (year + 1) % 100);
    }
}
