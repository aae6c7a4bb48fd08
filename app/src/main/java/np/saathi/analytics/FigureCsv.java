package np.saathi.analytics;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Figures as RFC 4180 has it. Every value is a number, a date or a code of ours, so nothing needs quotes and no
 * spreadsheet takes it for a formula. An empty value is a group under ten.
 */
final class FigureCsv {
    private static final String HEADER = "period,from,to,category,language,calls,shortCalls,callersPerDay,"
            + "waitingCalls,waitingMedianSeconds,waitingP95Seconds,abandoned,abandonment,noHost,ratings,ratingMean,"
            + "occupancy,volunteerHours,sessions,crisisPresses,crisisDuty,crisisHelpline,crisisNumbers,crisisTalked";

    private FigureCsv() {}

    record Named(String period, Figures figures) {}

    static String of(List<Named> rows) {
        return Stream.concat(Stream.of(HEADER), rows.stream().map(FigureCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(Named row) {
        Figures f = row.figures();
        Figures.Waiting waiting = f.waiting();
        Figures.Ratings ratings = f.ratings();
        Figures.Crisis crisis = f.crisis();
        return values(row.period(), f.from(), f.to(), f.category(), f.language(), f.calls(), f.shortCalls(),
                f.callersPerDay(), waiting == null ? null : waiting.calls(),
                waiting == null ? null : waiting.medianSeconds(), waiting == null ? null : waiting.p95Seconds(),
                f.abandoned(), f.abandonment(), f.noHost(), ratings == null ? null : ratings.count(),
                ratings == null ? null : ratings.mean(), f.occupancy(), f.volunteerHours(), f.sessions(),
                crisis == null ? null : crisis.presses(), crisis == null ? null : crisis.duty(),
                crisis == null ? null : crisis.helpline(), crisis == null ? null : crisis.numbers(),
                crisis == null ? null : crisis.talked());
    }

    private static String values(@Nullable Object... values) {
        return Stream.of(values).map(value -> Objects.toString(value, "")).collect(Collectors.joining(","));
    }
}
