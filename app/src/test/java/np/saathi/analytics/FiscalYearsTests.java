package np.saathi.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

class FiscalYearsTests {

    /** As Nepal's governments began their budgets. */
    @Test
    void theShippedTableHasTheKnownFirstDaysOfShrawan() throws IOException {
        Map<Integer, LocalDate> shipped = shipped().shrawanFirst();
        assertThat(shipped).containsEntry(2079, LocalDate.of(2022, 7, 17))
                .containsEntry(2080, LocalDate.of(2023, 7, 17)).containsEntry(2081, LocalDate.of(2024, 7, 16))
                .containsEntry(2082, LocalDate.of(2025, 7, 17));
    }

    @Test
    void yearsFollowEachOtherWithoutAGap() throws IOException {
        var years = new FiscalYears(shipped()).touching(LocalDate.of(2022, 1, 1), LocalDate.of(2031, 1, 1));
        assertThat(years).extracting(Period::name).startsWith("2079/80", "2080/81").endsWith("2086/87");
        for (int i = 1; i < years.size(); i++) {
            assertThat(years.get(i).from()).isEqualTo(years.get(i - 1).to().plusDays(1));
        }
    }

    @Test
    void aYearIsFoundByAnyOfItsDays() throws IOException {
        FiscalYears years = new FiscalYears(shipped());
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

    private static AnalyticsProperties shipped() throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader().load("app", new ClassPathResource("application.yml")).forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("saathi.analytics", AnalyticsProperties.class).get();
    }
}
