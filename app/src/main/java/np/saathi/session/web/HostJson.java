package np.saathi.session.web;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import np.saathi.prompt.Language;
import np.saathi.session.ModerationAct.Action;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;

/**
 * What a host asks for: something to be done in their room, or other plans for their session. Of a plan only what is
 * told changes.
 *
 * @param action in the room; without it the fields of the plan count
 * @param seat needed to mute, unmute, remove, and to tell of a child
 * @param minutes by how much to extend; 10 unless told
 */
record HostJson(@Nullable Action action, @Nullable @Min(1) @Max(9) Integer seat,
        @Nullable @Min(1) @Max(PeerSession.EXTENSION_MINUTES) Integer minutes,
        @Nullable @Pattern(regexp = CategoryController.CODE) String category,
        @Nullable @Pattern(regexp = "[a-z]{2,3}") String language, @Nullable @Size(max = 120) String title,
        @Nullable Instant startsAt, @Nullable @Min(1) @Max(480) Integer durationMinutes,
        @Nullable @Min(1) @Max(9) Integer capacity) {

    /** Whether anything of the plan is to change. */
    boolean edits() {
        return Stream.of(category, language, title, startsAt, durationMinutes, capacity).anyMatch(Objects::nonNull);
    }

    /** The plan with what is told. */
    SessionPlan over(SessionPlan plan) {
        return new SessionPlan(requireNonNullElse(category, plan.category()),
                language == null ? plan.language() : new Language(language), requireNonNullElse(title, plan.title()),
                startsAt == null ? plan.startsAt() : startsAt.truncatedTo(ChronoUnit.MILLIS),
                durationMinutes == null ? plan.duration() : Duration.ofMinutes(durationMinutes),
                requireNonNullElse(capacity, plan.capacity()), plan.hosts());
    }

    /** What is to be done in the room. */
    ModerationJson order() {
        return new ModerationJson(Objects.requireNonNull(action), seat, minutes);
    }
}
