package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/** A session that comes every week: the pattern of those to come, and how far they are planned. */
@Table("session_series")
class SessionSeries {
    @Id
    private @Nullable Long id;
    @Version
    private @Nullable Integer version;
    private String category;
    private Language language;
    private String title;
    private int durationMinutes;
    private int capacity;
    @MappedCollection(idColumn = "series_id")
    private Set<SeriesHost> hosts;
    private Instant nextAt;
    private boolean ended;

    SessionSeries(String category, Language language, String title, int durationMinutes, int capacity,
            Set<SeriesHost> hosts, Instant nextAt) {
        this.category = category;
        this.language = language;
        this.title = title;
        this.durationMinutes = durationMinutes;
        this.capacity = capacity;
        this.hosts = hosts;
        this.nextAt = nextAt;
    }

    /** @param first the first week of it */
    static SessionSeries beginning(SessionPlan first) {
        return new SessionSeries(first.category(), first.language(), first.title(),
                (int) first.duration().toMinutes(), first.capacity(), assigned(first), first.startsAt());
    }

    private static Set<SeriesHost> assigned(SessionPlan plan) {
        return plan.hosts().stream().map(SeriesHost::new).collect(Collectors.toSet());
    }

    @Table("series_host")
    record SeriesHost(AccountId accountId) {}

    long id() {
        return Objects.requireNonNull(id, "not yet saved");
    }

    boolean isDue(Instant horizon) {
        return !ended && !nextAt.isAfter(horizon);
    }

    /** The first week that is not planned yet; after it the next one is. */
    SessionPlan takeNext() {
        SessionPlan next = new SessionPlan(category, language, title, nextAt, Duration.ofMinutes(durationMinutes),
                capacity, hosts.stream().map(SeriesHost::accountId).collect(Collectors.toSet()));
        nextAt = NepalTime.oneWeekAfter(nextAt);
        return next;
    }

    /** The weeks to come are like this one. @param later by how much they begin later than they would have */
    void becomes(SessionPlan pattern, Duration later) {
        category = pattern.category();
        language = pattern.language();
        title = pattern.title();
        durationMinutes = (int) pattern.duration().toMinutes();
        capacity = pattern.capacity();
        hosts = assigned(pattern);
        nextAt = nextAt.plus(later);
    }

    void end() {
        ended = true;
    }
}
