package np.saathi.feedback;

import java.util.LinkedHashMap;
import java.util.Map;

/** What participants said, as long as a test lives. */
public final class FeedbackVoicesInMemory extends FeedbackVoices {
    private final Map<Long, byte[]> said = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // the one method that uses them is replaced
    public FeedbackVoicesInMemory() {
        super(null, null, null);
    }

    /** By participant. */
    public Map<Long, byte[]> said() {
        return Map.copyOf(said);
    }

    @Override
    public void say(long participantId, byte[] alaw) {
        said.put(participantId, alaw);
    }
}
