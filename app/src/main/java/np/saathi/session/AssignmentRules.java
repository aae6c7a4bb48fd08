package np.saathi.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import np.saathi.account.AccountId;
import np.saathi.session.PlanRefused.Rule;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;

/** Who may host what and when, and how many seats the line can carry. Pure: it is told all that it judges by. */
final class AssignmentRules {
    private final int plannable;

    /** @param plannable calls at once that planned sessions may take */
    AssignmentRules(int plannable) {
        this.plannable = plannable;
    }

    /** A planned session, as far as the line must carry it. */
    record Load(Span time, int people) {}

    /** Whether these volunteers together may host a session in its language. */
    Optional<PlanRefused> together(SessionPlan plan, List<Volunteer> hosts) {
        Set<Training> trainings = hosts.stream().map(Volunteer::training).collect(Collectors.toSet());
        Optional<Volunteer> suspended = hosts.stream().filter(Volunteer::suspended).findFirst();
        if (suspended.isPresent()) {
            AccountId host = suspended.get().account();
            return refused(Rule.VOLUNTEER_SUSPENDED, "Volunteer " + host + " is suspended, and hosts no session.",
                    host);
        }
        Optional<Volunteer> stranger = hosts.stream().filter(host -> !host.languages().contains(plan.language()))
                .findFirst();
        if (stranger.isPresent()) {
            return refused(Rule.NO_SHARED_LANGUAGE, "Volunteer " + stranger.get().account()
                    + " does not speak the session's language (" + plan.language() + ").");
        }
        if (trainings.equals(Set.of(Training.TRAINEE))) {
            return refused(Rule.TRAINEE_ALONE, "A trainee only listens: assign a certified volunteer as well.");
        }
        if (trainings.contains(Training.COACHED) && !trainings.contains(Training.CERTIFIED)) {
            return refused(Rule.COACHED_WITHOUT_CERTIFIED,
                    "A coached volunteer hosts only beside a certified one: assign a certified volunteer as well.");
        }
        return Optional.empty();
    }

    /**
     * Whether one volunteer has time for it.
     *
     * @param quota how much they may be asked for
     * @param duties their other sessions, of the whole week at least
     */
    static Optional<PlanRefused> free(AccountId host, Quota quota, Span time, List<Span> duties) {
        if (duties.stream().anyMatch(time::overlaps)) {
            return refused(Rule.HOST_BUSY, "Volunteer " + host + " has another session at that time.",
                    host);
        }
        if (duties.stream().anyMatch(time.widened(quota.pause())::overlaps)) {
            return refused(Rule.HOST_NEEDS_PAUSE, "Volunteer " + host + " needs " + quota.pause().toMinutes()
                    + " minutes between two sessions.", host);
        }
        if (duties.stream().filter(duty -> NepalTime.dayOf(duty.from()).equals(NepalTime.dayOf(time.from())))
                .count() >= quota.day()) {
            return refused(Rule.HOST_DAY_FULL, "Volunteer " + host + " has " + quota.day()
                    + " sessions on " + NepalTime.dayOf(time.from()) + " already; more wear out.", host);
        }
        if (duties.stream().filter(duty -> NepalTime.weekOf(duty.from()).equals(NepalTime.weekOf(time.from())))
                .count() >= quota.week()) {
            return refused(Rule.HOST_WEEK_FULL, "Volunteer " + host + " has " + quota.week()
                    + " sessions in the week of " + NepalTime.weekOf(time.from()) + " already; more wear out.", host);
        }
        return Optional.empty();
    }

    /** Whether the line can carry it beside the others. */
    Optional<PlanRefused> carried(Load session, List<Load> others) {
        int most = session.people() + others.stream().map(other -> other.time().from())
                .map(from -> from.isBefore(session.time().from()) ? session.time().from() : from)
                .filter(session.time()::covers)
                .mapToInt(moment -> others.stream().filter(other -> other.time().covers(moment))
                        .mapToInt(Load::people).sum())
                .max().orElse(0);
        return most <= plannable
                ? Optional.empty()
                : refused(Rule.CHANNELS_FULL, "Together with the sessions at that time it needs " + most
                        + " calls at once; " + plannable
                        + " may be planned. Choose another time or fewer seats.");
    }

    private static Optional<PlanRefused> refused(Rule rule, String message) {
        return Optional.of(new PlanRefused(rule, message));
    }

    private static Optional<PlanRefused> refused(Rule rule, String message, AccountId host) {
        return Optional.of(new PlanRefused(rule, message, host));
    }
}
