package np.saathi.feedback;

import java.time.Instant;
import java.util.UUID;

/**
 * A participant rated a session: which kind of session, not which, and not who.
 *
 * @param id random; the same when it is told again
 * @param call the exchange's name for the call, so that tests are left out; it goes with the event
 */
public record RatingGiven(UUID id, String call, String category, String language, int rating, Instant at) {}
