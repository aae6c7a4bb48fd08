package np.saathi.retention;

import java.time.Instant;

/**
 * Forgets what a module has kept long enough. Each module has beans of this for its own tables; a rule may run twice
 * or be cut short, and must then be right all the same.
 */
public interface RetentionRule {

    /** @return how many rows were deleted, or made to tell nothing of a person */
    int forget(Instant now, Retention spans);
}
