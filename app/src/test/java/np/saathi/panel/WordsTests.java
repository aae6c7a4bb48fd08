package np.saathi.panel;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    @Test
    void daysHaveTheirBikramSambatDate() {
        Map.ofEntries(entry("2013-04-14", "2070-1-1"), entry("2015-04-25", "2072-1-12"),
                entry("2015-09-20", "2072-6-3"),
                entry("2020-04-13", "2077-1-1"), entry("2022-04-14", "2079-1-1"), entry("2038-04-14", "2095-1-1"),
                entry("2039-04-13", "2095-12-30"), entry("2023-04-14", "2080-1-1"), entry("2024-04-13", "2081-1-1"),
                entry("2025-04-14", "2082-1-1"), entry("2025-10-18", "2082-7-1"), entry("2026-04-14", "2083-1-1"),
                entry("2026-11-25", "2083-8-9"), entry("2026-04-13", "2082-12-30"))
                .forEach((day, there) -> assertThat(bikram(day)).as(day).isEqualTo(there));
    }

    @Test
    void fiscalYearsBeginWhereTheFiguresSayTheyDo() {
        Map<Integer, LocalDate> shrawan = Binder.get(environment).bind("saathi.analytics.shrawan-first",
                Bindable.mapOf(Integer.class, LocalDate.class)).get();
        for (int year = 2080; year <= 2087; year++) {
            assertThat(bikram(String.valueOf(shrawan.get(year)))).isEqualTo(year + "-4-1");
        }
    }

    @Test
    void daysFollowEachOtherThroughAllYearsOfTheTable() {
        assertThat(page.evaluate("""
                async () => { const { bikram } = await import('/panel/bikram.js'); const wrong = []; let before = null;
                    const years = {}, months = {};
                    for (let at = Date.UTC(2013, 3, 14); at < Date.UTC(2039, 3, 14); at += 86400000) {
                        const day = new Date(at).toISOString().slice(0, 10), now = bikram(day);
                        const next = !before || now.day === before.day + 1 && now.month === before.month
                            || now.day === 1 && now.month === before.month % 12 + 1
                               && now.year === before.year + (now.month === 1 ? 1 : 0);
                        if (!next) wrong.push(day);
                        if (now.day === 1 && now.month === 1 && !/-04-1[345]$/.test(day)) wrong.push('new year ' + day);
                        years[now.year] = (years[now.year] || 0) + 1;
                        const month = now.year + '-' + now.month;
                        months[month] = (months[month] || 0) + 1;
                        before = now; }
                    for (const [year, days] of Object.entries(years)) if (days !== 365 && days !== 366) wrong.push(year);
                    for (const [month, days] of Object.entries(months)) if (days < 29 || days > 32) wrong.push(month);
                    return [wrong.join(), Object.keys(years).length, Object.keys(months).length]; }"""))
                .isEqualTo(List.of("", 26, 312));
    }

    @Test
    void beyondTheTableNoDayIsGuessed() {
        assertThat(page.evaluate("""
                async () => { const time = await import('/panel/time.js');
                    return ['2013-04-13', '2039-04-14', '2043-01-01', 'no day']
                        .map(day => time.bikramDay(day)).join(); }""")).isEqualTo(",,,");
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
