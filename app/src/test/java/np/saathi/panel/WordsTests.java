package np.saathi.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Words and dates of the panel, in the engine that runs them. */
class WordsTests extends InTheBrowser {
    @Autowired
    Environment environment;

    @BeforeEach
    void aPageIsThere() {
        page.navigate("/panel/");
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(page.evaluate("""
                async () => { const [en, ne] = (await Promise.all(['en', 'ne'].map(one => import(`/panel/i18n/${one}.js`))))
                                .map(module => module.default);
                    const names = text => (text.match(/\\{\\w+\\}/g) || []).sort().join();
                    return [...Object.keys(en).filter(key => !ne[key] || names(en[key]) !== names(ne[key])),
                            ...Object.keys(ne).filter(key => !en[key])]; }""")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"2023-04-14, 2080-1-1", "2024-04-13, 2081-1-1", "2025-04-14, 2082-1-1", "2025-10-18, 2082-7-1",
            "2026-04-14, 2083-1-1", "2026-11-25, 2083-8-9", "2026-04-13, 2082-12-30"})
    void daysHaveTheirBikramSambatDate(String day, String there) {
        assertThat(bikram(day)).isEqualTo(there);
    }

    @Test
    void fiscalYearsBeginWhereTheFiguresSayTheyDo() {
        Map<Integer, LocalDate> shrawan = Binder.get(environment).bind("saathi.analytics.shrawan-first",
                Bindable.mapOf(Integer.class, LocalDate.class)).get();
        for (int year = 2080; year <= 2085; year++) {
            assertThat(bikram(String.valueOf(shrawan.get(year)))).isEqualTo(year + "-4-1");
        }
    }

    @Test
    void timesAreNepalsWhateverTheBrowsersZone() {
        assertThat(page.evaluate("""
                async () => { const time = await import('/panel/time.js');
                    return [time.nepal('2026-11-25T18:20:00Z'), time.instant('2026-11-26T00:05')]; }"""))
                .isEqualTo(List.of("2026-11-26T00:05", "2026-11-25T18:20:00.000Z"));
    }

    private Object bikram(String day) {
        return page.evaluate("""
                async day => { const there = (await import('/panel/bikram.js')).bikram(day);
                    return `${there.year}-${there.month}-${there.day}`; }""", day);
    }
}
