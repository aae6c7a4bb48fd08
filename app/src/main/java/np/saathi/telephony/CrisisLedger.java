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
     */
    void write(String note, Instant started, String step, Duration lasted, String outcome);
}
