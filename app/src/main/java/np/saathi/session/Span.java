package np.saathi.session;

import java.time.Duration;
import java.time.Instant;

/** From one moment until just before another. */
record Span(Instant from, Instant to) {

    static Span of(SessionPlan plan) {
        return new Span(plan.startsAt(), plan.endsAt());
    }

    boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    Span widened(Duration onBothSides) {
        return new Span(from.minus(onBothSides), to.plus(onBothSides));
    }
}
