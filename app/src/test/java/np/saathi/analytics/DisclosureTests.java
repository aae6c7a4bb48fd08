package np.saathi.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.analytics.FigureQuery.Span;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;

/** No two answers together tell of fewer than ten calls (ADR 0009). */
@ModuleTest(with = {"identity", "web"})
class DisclosureTests {
    private static final int DAYS = 9;
    private static final List<String> CATEGORIES = List.of("stress", "grief", "none");
    private static final List<String> LANGUAGES = List.of("ne", "en");
    @Autowired
    Analytics analytics;
    @Autowired
    RollUp rollUp;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private LocalDate first = LocalDate.EPOCH;

    private record Asked(LocalDate from, LocalDate to, @Nullable String category, @Nullable String language) {

        /** Every call in the other is in this one. */
        boolean holds(Asked other) {
            return !from.isAfter(other.from) && !to.isBefore(other.to)
                    && (category == null || category.equals(other.category))
                    && (language == null || language.equals(other.language));
        }
    }

    private record Answered(Asked asked, @Nullable Integer calls, Figures all) {}

    @BeforeEach
    void nothingHappenedYet() {
        rows.delete();
        first = NepalDay.of(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noPairOfAnswersTellsOfFewerThanTen(long seed) {
        randomDays(new Random(seed));
        assertThat(jdbc.sql("SELECT size FROM figures WHERE ripe_on IS NOT NULL").query(Integer.class).list())
                .isNotEmpty().allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(Sums.RIPE));
        for (Figure figure : Figure.values()) {
            assertThat(jdbc.sql("SELECT " + figure.column() + " FROM figures WHERE ripe_on IS NOT NULL")
                    .query(Integer.class).list()).as("settled " + figure)
                    .allSatisfy(count -> assertThat(count % 5).isZero());
        }
        List<Answered> answers = everyAnswer();
        for (Answered wide : answers) {
            for (Answered narrow : answers) {
                Integer more = wide.calls;
                Integer fewer = narrow.calls;
                if (more != null && fewer != null && wide.asked.holds(narrow.asked)) {
                    assertThat(more - fewer).as(wide.asked + " less " + narrow.asked)
                            .satisfiesAnyOf(left -> assertThat(left).isZero(),
                                    left -> assertThat(left).isGreaterThanOrEqualTo(Sums.RIPE));
                }
            }
        }
        assertThat(answers).allSatisfy(answer -> shownCountsAreTenOrMore(answer.all));
    }

    private static void shownCountsAreTenOrMore(Figures figures) {
        Figures.Waiting waiting = figures.waiting();
        Stream.of(figures.calls(), figures.abandoned(), figures.noHost(), figures.shortCalls(),
                waiting == null ? null : Integer.valueOf(waiting.calls()))
                .filter(count -> count != null)
                .forEach(count -> assertThat(count).isGreaterThanOrEqualTo(Sums.RIPE));
    }

    private List<Answered> everyAnswer() {
        List<Answered> answers = new ArrayList<>();
        for (int from = 0; from < DAYS; from++) {
            for (int to = from; to < DAYS; to++) {
                for (String category : new String[]{null, "stress", "grief"}) {
                    for (String language : new String[]{null, "ne", "en"}) {
                        Asked asked = new Asked(first.plusDays(from), first.plusDays(to), category, language);
                        Figures answer = analytics.total(new FigureQuery(asked.from, asked.to, Span.day, category,
                                language, Set.of()));
                        answers.add(new Answered(asked, answer.calls(), answer));
                    }
                }
            }
        }
        return answers;
    }

    /** From none to twenty calls of each group a day, each with its own luck. */
    private void randomDays(Random random) {
        for (int day = 0; day < DAYS; day++) {
            for (String category : CATEGORIES) {
                for (String language : LANGUAGES) {
                    int calls = random.nextInt(20);
                    for (int call = 0; call < calls; call++) {
                        jdbc.sql("INSERT INTO call_log (started_at, day, seconds, door, language, category, "
                                + "waited_seconds, abandoned, no_host, step, rolled) "
                                + "VALUES (NOW(), ?, ?, 'CALLER', ?, ?, ?, ?, ?, 'MENU', FALSE)")
                                .param(Date.valueOf(first.plusDays(day))).param(random.nextInt(300)).param(language)
                                .param(category.equals("none") ? null : category).param(random.nextInt(200))
                                .param(random.nextInt(4) == 0).param(random.nextInt(9) == 0).update();
                    }
                }
            }
        }
        clock.pass(Duration.ofDays(DAYS + 1));
        rollUp.run();
    }
}
