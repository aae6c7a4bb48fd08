package np.saathi.analytics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import np.saathi.web.Problem;

import org.springdoc.core.annotations.ParameterObject;

/** Figures for admins and donors. */
@RestController
class AnalyticsController {
    private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);
    private static final int LONGEST_YEARS = 20;
    private static final int MOST_DAYS = 1100;
    private final Analytics analytics;
    private final FiscalYears fiscalYears;

    AnalyticsController(Analytics analytics, FiscalYears fiscalYears) {
        this.analytics = analytics;
        this.fiscalYears = fiscalYears;
    }

    /**
     * @param periods those in which there was something to tell
     * @param total all days together
     */
    record Answer(List<Figures> periods,
            Figures total) {}

    enum DonorPeriod {
        month, fiscalYear
    }

    @GetMapping("/admin/analytics")
    @ApiResponse(responseCode = "200")
    @OfASpan
    @Operation(summary = "Figures of the line", description = "Groups under ten are hidden: they are told together with "
            + "the days that follow, once they are ten.")
    Answer figures(@Valid @ParameterObject FigureQuery query) {
        check(query);
        return new Answer(analytics.rows(query), analytics.total(query));
    }

    @GetMapping(value = "/admin/analytics.csv", produces = "text/csv")
    @OfASpan
    @Operation(summary = "The same as CSV")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<String> csv(@Valid @ParameterObject FigureQuery query) {
        check(query);
        return file("figures.csv", FigureCsv.of(analytics.rows(query).stream()
                .map(row -> new FigureCsv.Named(row.from().toString(), row)).toList()));
    }

    /** By whole months or fiscal years only. */
    @GetMapping(value = "/admin/analytics/donors.csv", produces = "text/csv")
    @OfASpan
    @Operation(summary = "For donors: whole months, or Nepali fiscal years (from 1 Shrawan), that touch these days")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<String> donors(@RequestParam LocalDate from, @RequestParam LocalDate to,
            @RequestParam(defaultValue = "month") DonorPeriod by) {
        checkDays(from, to);
        List<Period> periods = by == DonorPeriod.month ? months(from, to) : fiscalYears.touching(from, to);
        return file("donors.csv", FigureCsv.of(periods.stream().map(period -> new FigureCsv.Named(period.name(),
                analytics.total(FigureQuery.all(period.from(), period.to())))).toList()));
    }

    private static List<Period> months(LocalDate from, LocalDate to) {
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)),
                month -> month.plusMonths(1))
                .map(month -> new Period(month.toString(), month.atDay(1), month.atEndOfMonth())).toList();
    }

    private static void check(FigureQuery query) {
        checkDays(query.from(), query.to());
        if (query.group() == FigureQuery.Span.day
                && ChronoUnit.DAYS.between(query.from(), query.to()) > MOST_DAYS) {
            throw Problem.unprocessable("span", "By day, no more than three years at once");
        }
    }

    private static void checkDays(LocalDate from, LocalDate to) {
        if (from.isAfter(to) || from.getYear() < 2000 || to.getYear() > 2200
                || ChronoUnit.YEARS.between(from, to) > LONGEST_YEARS) {
            throw Problem.unprocessable("span", "The first day comes before the last, twenty years at most");
        }
    }

    private static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString()).body(text);
    }
}
