package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/**
 * A session to be.
 *
 * @param category a category's code
 * @param title for the panel; never spoken
 * @param duration whole minutes, 1 to 480
 * @param capacity callers, 1 to 9 since a seat is one digit; hosts are not counted
 * @param hosts volunteers who are to host it
 */
public record SessionPlan(String category, Language language, String title, Instant startsAt, Duration duration,
        int capacity, Set<AccountId> hosts) {

    /** Eight callers and a host: as many as can all speak within an hour. */
    public static final int USUAL_CAPACITY = 8;

    public SessionPlan {
        if (capacity < 1 || capacity > 9) {
            throw new IllegalArgumentException("A session has 1 to 9 seats");
        }
        if (duration.toMinutes() < 1 || duration.toMinutes() > 480 || duration.toSecondsPart() != 0
                || duration.getNano() != 0) {
            throw new IllegalArgumentException("A session lasts 1 to 480 whole minutes");
        }
        hosts = Set.copyOf(hosts);
    }

    public Instant endsAt() {
        return startsAt.plus(duration);
    }

    SessionPlan startingAt(Instant start) {
        return new SessionPlan(category, language, title, start, duration, capacity, hosts);
    }
}
