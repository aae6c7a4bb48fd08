package np.saathi.analytics;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is told of a period. A count under ten is absent, and so is what follows from it. Counts but {@code calls} are
 * sums of numbers that were rounded to fives.
 *
 * @param from first day of the period that was asked for
 * @param to last day
 * @param callersPerDay remembered callers, each once a day
 * @param waiting of calls that came into a group
 * @param occupancy of the places that were offered, while a host was in: 0 to 1
 * @param crisis of the line as a whole
 */
@Schema(description = "A count under ten is absent, and so is what follows from it.")
record Figures(
        @Schema(example = "2026-10-01") LocalDate from,
        @Schema(example = "2026-10-31") LocalDate to,
        @Schema(example = "stress") @Nullable String category, @Schema(example = "ne") @Nullable String language,
        @Schema(example = "412") @Nullable Integer calls, @Schema(example = "40") @Nullable Integer shortCalls,
        @Schema(example = "12.9") @Nullable Double callersPerDay, @Nullable Waiting waiting,
        @Schema(description = "Callers who left before a host was in", example = "35") @Nullable Integer abandoned,
        @Schema(description = "Share of those who came to a group", example = "0.11") @Nullable Double abandonment,
        @Schema(description = "Calls to whose group no host came", example = "10") @Nullable Integer noHost,
        @Nullable Ratings ratings, @Schema(example = "0.62") @Nullable Double occupancy,
        @Schema(example = "38.5") double volunteerHours,
        @Schema(example = "44") int sessions, @Nullable Crisis crisis) {

    record Waiting(@Schema(example = "315") int calls,
            @Schema(example = "14.2") double medianSeconds,
            @Schema(example = "171.0") double p95Seconds) {}

    record Ratings(@Schema(example = "120") int count,
            @Schema(example = "4.3") double mean) {}

    /** Presses of 0, and how far each came. */
    record Crisis(@Schema(example = "25") int presses,
            @Schema(example = "15") @Nullable Integer duty, @Schema(example = "10") @Nullable Integer helpline,
            @Nullable Integer numbers, @Schema(example = "20") @Nullable Integer talked) {}
}
