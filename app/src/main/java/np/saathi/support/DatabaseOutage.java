package np.saathi.support;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that can't do its work just now from a fault of ours. An outage is told to who asks, in the log by one
 * line, and the line goes on without it; a fault is logged whole.
 *
 * <p>An outage is: nobody answers, or not in time; it takes nothing that is written, for it is read-only, locked or full.
 * Spring has no classes for the latter, so that MariaDB's own numbers are read.
 */
public final class DatabaseOutage {
    /** Of what MariaDB is told by its operator or its disk (MariaDB's list of error codes). */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836);
    private static final Set<Integer> LOCKED = Set.of(1205, 1223, 1969);
    private static final Set<Integer> FULL = Set.of(1021, 1114);
    /** A storage engine, or the server, could not write or read a file: errno is in the words. */
    private static final Set<Integer> FILE_FAILED = Set.of(3, 1026, 1030);
    private static final String NO_SPACE = "no space left";
    private static final Set<Integer> NOT_SERVING = Set.of(1040, 1203, 1226, 1317, 1927);
    /** SQL states of a lost or refused connection. */
    private static final String CONNECTION = "08";

    private DatabaseOutage() {}

    /** A failure that is taken for an outage by itself: work for a caller that was given up, for instance. */
    public interface Sign {}

    /** Whether something failed because the database is away, does not answer in time, or takes no writes. */
    public static boolean isBehind(Throwable failure) {
        return any(failure, DatabaseOutage::isOutage);
    }

    /**
     * Whether the same may well be done a moment later: an outage, or another transaction was faster (a deadlock), which
     * says nothing of the database.
     */
    public static boolean isPassing(Throwable failure) {
        return any(failure, cause -> isOutage(cause) || cause instanceof ConcurrencyFailureException
                && !(cause instanceof OptimisticLockingFailureException));
    }

    /** Whether there was no room for what was to be written: then other writes may still succeed. */
    static boolean isFull(Throwable failure) {
        return any(failure, cause -> cause instanceof SQLException sql && isFull(sql));
    }

    /** Whether the database could not be reached at all. */
    static boolean isAway(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure.getSQLState() != null && failure.getSQLState().startsWith(CONNECTION);
    }

    private static boolean any(Throwable failure, Predicate<Throwable> sign) {
        for (@Nullable
        Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // what went wrong first, when undoing it went wrong too
            if (sign.test(cause) || cause instanceof TransactionSystemException undone
                    && undone.getApplicationException() != null && any(undone.getApplicationException(), sign)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case Sign _,DataAccessResourceFailureException _,RecoverableDataAccessException _,CannotCreateTransactionException _,TransactionSystemException _ ->
                true;
            // a lock that was not given in time is found by its number
            case ConcurrencyFailureException _ -> false;
            case TransientDataAccessException _ -> true;
            case SQLException sql -> isAway(sql) || isFull(sql) || READ_ONLY.contains(sql.getErrorCode())
                    || LOCKED.contains(sql.getErrorCode()) || NOT_SERVING.contains(sql.getErrorCode());
            default -> false;
        };
    }

    private static boolean isFull(SQLException failure) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.contains(failure.getErrorCode())
                || FILE_FAILED.contains(failure.getErrorCode()) && (words.matches("(?s).*\\berr(or|no|code):? 28\\b.*")
                        || words.contains(NO_SPACE));
    }
}
