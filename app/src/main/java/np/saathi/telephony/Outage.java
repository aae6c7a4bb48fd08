package np.saathi.telephony;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells a database that is away from a fault of ours. Away is told to the caller, in the log by one line, and the line
 * goes on without it; a fault is logged whole.
 */
public final class Outage {

    private Outage() {}

    /** Whether something failed because the database could not be reached, or did not answer in time. */
    public static boolean isBehind(Throwable failure) {
        for (@Nullable
        Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransientDataAccessException || cause instanceof TransactionException
                    || cause instanceof PhoneLine.WorkTookTooLong) {
                return true;
            }
        }
        return false;
    }
}
