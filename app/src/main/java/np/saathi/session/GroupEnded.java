package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A session with a host came to its end.
 *
 * @param id random; the same when it is told again
 * @param lasted since a host first began
 */
public record GroupEnded(UUID id, String category, String language, int capacity, Duration lasted, Instant at) {}
