package np.saathi.session.web;

import java.time.Instant;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.session.SessionSearch;
import np.saathi.session.SessionState;

/**
 * What a list of sessions is narrowed by: {@code ?category=&language=&state=&from=&to=&volunteer=&sort=}.
 *
 * @param state several may be told, with commas or again
 * @param from start at this moment or later
 * @param to start before this moment
 * @param sort {@code startsAt}, or {@code -startsAt} for the latest first
 */
record SessionQuery(@Nullable @Pattern(regexp = CategoryController.CODE) String category,
        @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
        @Nullable Set<@NotNull SessionState> state, @Nullable Instant from, @Nullable Instant to,
        @Nullable @Pattern(regexp = "[1-9]{6}") String volunteer,
        @Nullable @Pattern(regexp = "-?startsAt") String sort) {
    // What the database can't compare with is as good as these.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** @param usual the states, unless told */
    SessionSearch.Filter filter(Set<SessionState> usual) {
        return new SessionSearch.Filter(category, language == null ? null : new Language(language),
                state == null || state.isEmpty() ? usual : state, within(from), within(to),
                volunteer == null ? null : new AccountId(volunteer));
    }

    boolean latestFirst() {
        return sort != null && sort.startsWith("-");
    }

    private static @Nullable Instant within(@Nullable Instant moment) {
        if (moment == null) {
            return null;
        }
        return moment.isBefore(EARLIEST) ? EARLIEST : moment.isAfter(LATEST) ? LATEST : moment;
    }
}
