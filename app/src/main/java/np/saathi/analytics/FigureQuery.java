package np.saathi.analytics;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Which figures are asked for.
 *
 * @param from first day, in Nepal
 * @param to last day
 * @param category only of this one; {@code none}: calls that came into no group
 * @param language only of this one
 * @param split a row for each category, or language, or both
 */
record FigureQuery(
        @BindParam("from") @NotNull @Schema(description = "First day, in Nepal", example = "2026-10-01") LocalDate from,
        @BindParam("to") @NotNull @Schema(description = "Last day, in Nepal", example = "2026-10-31") LocalDate to,
        @BindParam("group") @Schema(description = "How long a row's period is; day unless told") Span group,
        @BindParam("category") @Nullable @Pattern(regexp = "[a-z0-9-]{1,32}") @Schema(example = "stress") String category,
        @BindParam("language") @Nullable @Pattern(regexp = "[a-z]{2,3}") @Schema(example = "ne") String language,
        @BindParam("split") @Schema(description = "A row for each of these") Set<@NotNull Split> split) {

    enum Span {
        day, week, month
    }

    enum Split {
        category, language
    }

    /** Of these days, all of the line together. */
    static FigureQuery all(LocalDate from, LocalDate to) {
        return new FigureQuery(from, to, Span.day, null, null, Set.of());
    }

    @SuppressWarnings("ConstantValue") // the binder gives null for what is not there
    FigureQuery {
        group = group == null ? Span.day : group;
        split = split == null ? Set.of() : Set.copyOf(split);
    }

    /** Of the line as a whole something is told only where nothing is left out. */
    boolean whole() {
        return category == null && language == null && split.isEmpty();
    }
}
