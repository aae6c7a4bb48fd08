package np.saathi.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import np.saathi.dev.DefaultProperties;

class FiscalYearsTests {

    /** As Nepal's governments began their budgets. */
    @Test
    void theShippedTableHasTheKnownFirstDaysOfShrawan() {
        Map<Integer, LocalDate> shipped = DefaultProperties.of(AnalyticsProperties.class).shrawanFirst();
        assertThat(shipped).containsEntry(2079, LocalDate.of(2022, 7, 17))
                .containsEntry(2080, LocalDate.of(2023, 7, 17)).containsEntry(2081, LocalDate.of(2024, 7, 16))
                .containsEntry(2082, LocalDate.of(2025, 7, 17));
    }

    @Test
    void yearsFollowEachOtherWithoutAGap() {
        var years = new FiscalYears(DefaultProperties.of(AnalyticsProperties.class)).touching(LocalDate.of(2022, 1, 1),
                LocalDate.of(2031, 1, 1));
        assertThat(years).extracting(Period::name).startsWith("2079/80", "2080/81").endsWith("2086/87");
        for (int i = 1; i < years.size(); i++) {
            assertThat(years.get(i).from()).isEqualTo(years.get(i - 1).to().plusDays(1));
        }
    }

    @Test
    void aYearIsFoundByAnyOfItsDays() {
        FiscalYears years = new FiscalYears(DefaultProperties.of(AnalyticsProperties.class));
        LocalDate last = LocalDate.of(2026, 7, 16);
        assertThat(years.touching(last, last)).extracting(Period::name).containsExactly("2082/83");
        assertThat(years.touching(last, last.plusDays(1))).extracting(Period::name).containsExactly("2082/83",
                "2083/84");
    }

    @Test
    void aTableThatCanNotBeIsRefused() {
        TreeMap<Integer, LocalDate> wrong = new TreeMap<>(Map.of(2080, LocalDate.of(2023, 6, 17)));
        assertThatThrownBy(() -> new AnalyticsProperties(wrong))
                .hasMessageContaining("1 Shrawan 2080");
        Map<Integer, LocalDate> gap = Map.of(2080, LocalDate.of(2023, 7, 17), 2082, LocalDate.of(2025, 7, 17));
        assertThatThrownBy(() -> new AnalyticsProperties(gap)).hasMessageContaining("2080");
    }
}
