package np.saathi.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.caller.LineLanguages;
import np.saathi.operation.Operation;
import np.saathi.session.AssignmentRules.Load;
import np.saathi.session.PlanRefused.Rule;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.Volunteers;

/** Gathers what the rules judge a plan by. Right only while the timetable is locked. */
@Component
class PlanCheck {
    /** "Now" is a fair wish, and clocks differ. */
    private static final Duration JUST_NOW = Duration.ofMinutes(5);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(480);
    private static final long NONE = 0;

    private final JdbcClient jdbc;
    private final Volunteers volunteers;
    private final Categories categories;
    private final LineLanguages languages;
    private final AssignmentRules rules;
    private final Operation operation;
    private final Clock clock;

    PlanCheck(JdbcClient jdbc, Volunteers volunteers, Categories categories, LineLanguages languages,
            PlanningProperties limits, Operation operation, Clock clock) {
        this.jdbc = jdbc;
        this.volunteers = volunteers;
        this.categories = categories;
        this.languages = languages;
        this.rules = new AssignmentRules(limits.plannable());
        this.operation = operation;
        this.clock = clock;
    }

    /** @throws PlanRefused when it begins in the past, or farther ahead than anybody plans */
    void mustBeInTheFuture(SessionPlan plan) {
        if (plan.startsAt().isBefore(clock.instant().minus(JUST_NOW))) {
            throw new PlanRefused(Rule.START_IN_THE_PAST, "A session can't begin in the past.");
        }
        if (plan.startsAt().isAfter(clock.instant().plus(FARTHEST))) {
            throw new PlanRefused(Rule.START_TOO_FAR, "Sessions are planned a year ahead at most.");
        }
    }

    /** @throws PlanRefused when a new session of this plan would be against a rule */
    void mustFit(SessionPlan plan) {
        throwIfPresent(refusal(plan));
    }

    /** @throws PlanRefused when this session, as it is planned, is against a rule */
    void mustFit(PeerSession session) {
        throwIfPresent(refusal(session.plan(), session.id()));
    }

    private static void throwIfPresent(Optional<PlanRefused> refusal) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** Why a new session of this plan would be against the rules; empty when it is not. */
    Optional<PlanRefused> refusal(SessionPlan plan) {
        return refusal(plan, NONE);
    }

    /** @throws PlanRefused when it names what there is not: that could not even be written down */
    void mustBeKnown(SessionPlan plan) {
        throwIfPresent(unknown(plan));
    }

    private Optional<PlanRefused> refusal(SessionPlan plan, long itself) {
        return unknown(plan).or(() -> refusal(plan, hostsOf(plan), itself));
    }

    private List<Volunteer> hostsOf(SessionPlan plan) {
        return plan.hosts().stream().flatMap(host -> volunteers.find(host).stream()).toList();
    }

    private Optional<PlanRefused> refusal(SessionPlan plan, List<Volunteer> hosts, long itself) {
        return rules.together(plan, hosts)
                .or(() -> hosts.stream().sorted(Comparator.comparing(host -> host.account().value()))
                        .flatMap(host -> free(host, plan, itself).stream()).findFirst())
                .or(() -> rules.carried(new Load(Span.of(plan), plan.capacity() + plan.hosts().size()),
                        loadsDuring(Span.of(plan), itself)));
    }

    /** Whether this volunteer could host this session too. */
    boolean isFree(Volunteer host, PeerSession session) {
        return free(host, session.plan(), session.id()).isEmpty();
    }

    private Optional<PlanRefused> free(Volunteer host, SessionPlan plan, long itself) {
        Quota quota = Quota.of(host, operation.settings().caps());
        return AssignmentRules.free(host.account(), quota, Span.of(plan), dutiesOf(host.account(), plan, itself));
    }

    private Optional<PlanRefused> unknown(SessionPlan plan) {
        Optional<AccountId> stranger = plan.hosts().stream().filter(host -> volunteers.find(host).isEmpty())
                .findFirst();
        if (stranger.isPresent()) {
            return Optional.of(
                    new PlanRefused(Rule.VOLUNTEER_UNKNOWN, "There is no volunteer " + stranger.get() + "."));
        }
        if (categories.find(plan.category()).filter(Category::active).isEmpty()) {
            return Optional.of(new PlanRefused(Rule.CATEGORY_UNKNOWN,
                    "There is no active category " + plan.category() + "."));
        }
        if (languages.find(plan.language()).filter(LineLanguages.LineLanguage::active).isEmpty()) {
            return Optional.of(new PlanRefused(Rule.LANGUAGE_UNKNOWN,
                    "There is no active language " + plan.language() + "."));
        }
        return Optional.empty();
    }

    /** All that they host in the week of it, and beside that week as much as a pause can reach. */
    private List<Span> dutiesOf(AccountId host, SessionPlan plan, long itself) {
        LocalDate week = NepalTime.weekOf(plan.startsAt());
        return jdbc.sql("""
                SELECT s.starts_at, s.duration_minutes, 0 AS people
                FROM peer_session s JOIN session_host h ON h.session_id = s.id
                WHERE h.account_id = :host AND s.id <> :itself AND s.state <> 'CANCELLED'
                  AND s.starts_at >= :from AND s.starts_at < :to
                """).param("host", host.value()).param("itself", itself)
                .param("from", Timestamp.from(NepalTime.startOf(week.minusDays(1))))
                .param("to", Timestamp.from(NepalTime.startOf(week.plusDays(9))))
                .query(PlanCheck::load).list().stream().map(Load::time).toList();
    }

    private List<Load> loadsDuring(Span time, long itself) {
        return jdbc.sql("""
                SELECT s.starts_at, s.duration_minutes,
                  s.capacity + (SELECT COUNT(*) FROM session_host h WHERE h.session_id = s.id) AS people
                FROM peer_session s
                WHERE s.state IN ('SCHEDULED', 'WAITING', 'LIVE', 'HELD') AND s.id <> :itself
                  AND s.starts_at > :from AND s.starts_at < :to
                """).param("itself", itself).param("from", Timestamp.from(time.from().minus(LONGEST_SESSION)))
                .param("to", Timestamp.from(time.to())).query(PlanCheck::load).list().stream()
                .filter(load -> load.time().overlaps(time)).toList();
    }

    private static Load load(ResultSet row, int number) throws SQLException {
        Instant start = row.getTimestamp("starts_at").toInstant();
        return new Load(new Span(start, start.plus(Duration.ofMinutes(row.getLong("duration_minutes")))),
                row.getInt("people"));
    }
}
