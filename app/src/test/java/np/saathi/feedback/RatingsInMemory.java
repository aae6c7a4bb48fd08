package np.saathi.feedback;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps ratings as {@link Feedback} does: of each participant the first. */
public final class RatingsInMemory extends Feedback {
    private final Map<Long, Integer> ratings = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // the one method that uses them is replaced
    public RatingsInMemory() {
        super(null, null, null, null, null);
    }

    /** By participant. */
    public Map<Long, Integer> ratings() {
        return Map.copyOf(ratings);
    }

    @Override
    public boolean rate(long participantId, int rating) {
        if (rating < 1 || rating > 5) {
            throw new IllegalArgumentException("A rating is 1 to 5");
        }
        return ratings.putIfAbsent(participantId, rating) == null;
    }
}
