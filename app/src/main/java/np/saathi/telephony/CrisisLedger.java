package np.saathi.telephony;

import java.time.Duration;
import java.time.Instant;

/**
 * Takes down what the exchange noted of crisis calls while it served them by itself. A note is forgotten by the
 * exchange only after {@link #write} has returned.
 */
public interface CrisisLedger {

    /**
     * Writes one note down; the same note may come twice and is then written once.
     *
     * @param note the exchange's own name for this note
     * @param step the last step that was reached, as the dialplan names it
     * @param outcome how it ended, as the dialplan names it
     * @param line what became of the call itself
     */
    void write(String note, Instant started, String step, Duration lasted, String outcome, Line line);

    /** What became of a call whose crisis search ended. */
    enum Line {
        /** They search again in the same call. */
        SEARCHES,
        /** They went back to where they were. */
        UP,
        /** They hung up, having talked with somebody or heard the numbers. */
        HUNG_UP,
        /** It was lost: before it came to anything, or by no one's will. */
        BROKE
    }
}
