package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import np.saathi.telephony.Seat;

/**
 * Somebody gave up a seat. Says all that figures need and not who it was; plain types, for it goes through the event
 * registry as JSON.
 *
 * @param id random; the same when it is told again
 * @param call the exchange's name for the call
 * @param waited from taking the seat until a host was in, or until leaving
 * @param heard whether a host was ever in while they were
 * @param talked with a host in
 */
public record VisitEnded(UUID id, String call, Seat.Role role, String category, String language, Duration waited,
        boolean heard, Duration talked, Outcome outcome, Instant at) {

    /** They left by themselves before a host was in. */
    public boolean abandoned() {
        return !heard && switch (outcome) {
            case LEFT, DROPPED, UNSEEN -> true;
            case REMOVED, ENDED, CANCELLED, REFUSED, SILENT, ELSEWHERE, TIME_UP -> false;
        };
    }
}
