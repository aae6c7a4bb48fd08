package np.saathi.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans sessions by the rules: who may host, how much at once. One change at a time, over all instances of the app,
 * since each is judged by all others.
 *
 * <p>Every method throws {@link PlanRefused} for what is against a rule, and then changes nothing; those about an
 * existing session throw {@link NoSuchElementException} where there is none, and
 * {@link OptimisticLockingFailureException} where it was changed since the version told.
 */
@Service
public class Timetable {
    private final PeerSessionRepository sessions;
    private final SeriesRepository series;
    private final Sittings sittings;
    private final PlanCheck check;
    private final PlanningProperties limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Timetable(PeerSessionRepository sessions, SeriesRepository series, Sittings sittings, PlanCheck check,
            PlanningProperties limits, TransactionTemplate transaction, Clock clock) {
        this.sessions = sessions;
        this.series = series;
        this.sittings = sittings;
        this.check = check;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How far a change of one week of a series reaches. */
    public enum Reach {
        /** This session alone. */
        ONE,
        /** This one and all weeks after it. */
        FOLLOWING
    }

    public PeerSession plan(SessionPlan plan) {
        return alone(() -> planned(PeerSession.planned(plan)));
    }

    /** Plans the session and the same for the coming weeks, on and on. @return the first one */
    public PeerSession planWeekly(SessionPlan plan) {
        return alone(() -> {
            SessionSeries weekly = series.save(SessionSeries.beginning(plan));
            PeerSession first = planned(PeerSession.planned(weekly.takeNext(), weekly.id()));
            while (weekly.isDue(horizon())) {
                planned(PeerSession.planned(weekly.takeNext(), weekly.id()));
            }
            series.save(weekly);
            return first;
        });
    }

    private PeerSession planned(PeerSession session) {
        check.mustBeInTheFuture(session.plan());
        check.mustFit(session.plan());
        return sessions.save(session);
    }

    /** @return the session as it is now */
    public PeerSession change(long id, int version, SessionPlan plan, Reach reach) {
        return alone(() -> {
            PeerSession session = locked(id, version);
            check.mustBeKnown(plan);
            Duration later = Duration.between(session.startsAt(), plan.startsAt());
            if (!later.isZero()) {
                check.mustBeInTheFuture(plan);
            }
            List<PeerSession> after = reach == Reach.ONE ? List.of() : weeksAfter(session);
            session.replan(plan);
            after.forEach(week -> week.replan(plan.startingAt(week.startsAt().plus(later))));
            PeerSession saved = sessions.save(session);
            after.forEach(sessions::save);
            if (reach == Reach.FOLLOWING) {
                SessionSeries weekly = seriesOf(session);
                weekly.becomes(plan, later);
                series.save(weekly);
            }
            // All are written before any is judged: those that move together are no hindrance to each other.
            check.mustFit(saved);
            after.forEach(check::mustFit);
            return saved;
        });
    }

    /** Takes a session from the timetable. It stays on record as cancelled; who asked to be called back is told. */
    public void withdraw(long id, int version, Reach reach) {
        alone(() -> {
            PeerSession session = locked(id, version);
            session.mustBeWithdrawable();
            List<PeerSession> after = reach == Reach.ONE ? List.of() : weeksAfter(session);
            if (reach == Reach.FOLLOWING) {
                SessionSeries weekly = seriesOf(session);
                weekly.end();
                series.save(weekly);
            }
            withdraw(session);
            after.forEach(this::withdraw);
            return session;
        });
    }

    private void withdraw(PeerSession session) {
        sittings.at(clock.instant(), session.id(), sitting -> sitting.cancel(CancelReason.WITHDRAWN));
    }

    /** Plans the weeks that have come into sight; a week against a rule is put down as cancelled, for admins to see. */
    void topUp(long seriesId) {
        alone(() -> {
            SessionSeries weekly = series.findById(seriesId).orElseThrow();
            while (weekly.isDue(horizon())) {
                SessionPlan plan = weekly.takeNext();
                if (plan.startsAt().isAfter(clock.instant())) {
                    boolean fits = check.refusal(plan).isEmpty();
                    PeerSession session = sessions.save(PeerSession.planned(plan, seriesId));
                    if (!fits) {
                        session.cancel(CancelReason.CLASH, List.of(), clock.instant());
                        sessions.save(session);
                    }
                }
            }
            return series.save(weekly);
        });
    }

    Instant horizon() {
        return clock.instant().plus(Duration.ofDays(7L * limits.weeksAhead()));
    }

    private List<PeerSession> weeksAfter(PeerSession session) {
        return sessions.weeksAfter(seriesOf(session).id(), session.startsAt(), session.id());
    }

    private SessionSeries seriesOf(PeerSession session) {
        return session.series().flatMap(series::findById).orElseThrow(() -> new PlanRefused(
                PlanRefused.Rule.NOT_WEEKLY, "The session is not one of a weekly series: change it alone."));
    }

    private PeerSession locked(long id, int version) {
        PeerSession session = sessions.lock(id).orElseThrow(() -> new NoSuchElementException("No session " + id));
        if (session.version() != version) {
            throw new OptimisticLockingFailureException("Session " + id + " was changed since");
        }
        return session;
    }

    private <T> T alone(Supplier<T> work) {
        return transaction.execute(_ -> {
            sessions.lockTimetable();
            return work.get();
        });
    }
}
