package np.saathi.session.web;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.session.SessionPlan;

/**
 * A session as somebody wants it.
 *
 * @param title for the panel; the category's code unless told
 * @param capacity seats for callers; 8 unless told
 * @param volunteers who is to host; unless told: nobody yet, or the volunteer who asks; in a change: as before
 * @param repeat only when it is planned first
 */
record SessionBody(@NotNull @Pattern(regexp = CategoryController.CODE) String category,
        @NotNull @Pattern(regexp = "[a-z]{2,3}") String language, @Nullable @Size(max = 120) String title,
        @NotNull Instant startsAt, @NotNull @Min(1) @Max(480) Integer durationMinutes,
        @Nullable @Min(1) @Max(9) Integer capacity,
        @Nullable @Size(max = 9) Set<@NotNull @Pattern(regexp = "[1-9]{6}") String> volunteers,
        @Nullable Repeat repeat) {

    /** How often. */
    enum Repeat {
        WEEKLY
    }

    SessionPlan plan(Set<AccountId> unlessTold) {
        return new SessionPlan(category, new Language(language), Objects.requireNonNullElse(title, category),
                startsAt.truncatedTo(ChronoUnit.MILLIS), Duration.ofMinutes(durationMinutes),
                Objects.requireNonNullElse(capacity, SessionPlan.USUAL_CAPACITY),
                volunteers == null ? unlessTold : volunteers.stream().map(AccountId::new).collect(toSet()));
    }
}
