package np.saathi.feedback;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What was said of a session, without who said it or when.
 *
 * @param average to a tenth; null when there is none
 * @param ratings how many gave each of 1 to 5
 * @param notes in an order that tells nothing
 * @param voices random names of what was said by phone, in such an order too
 */
record FeedbackSummary(long sessionId, int count, @Nullable Double average, Map<Integer, Integer> ratings,
        List<String> notes, List<String> voices) {

    static FeedbackSummary of(long sessionId, List<Integer> given, List<String> notes, List<String> voices) {
        Map<Integer, Integer> ratings = new TreeMap<>();
        for (int rating = 1; rating <= 5; rating++) {
            ratings.put(rating, Collections.frequency(given, rating));
        }
        Double average = given.isEmpty()
                ? null
                : Math.round(given.stream().mapToInt(rating -> rating).average().orElseThrow() * 10) / 10.0;
        return new FeedbackSummary(sessionId, given.size(), average, ratings, notes, voices);
    }
}
