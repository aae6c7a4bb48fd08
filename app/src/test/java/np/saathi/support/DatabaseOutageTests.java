package np.saathi.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionSystemException;

/** What is an outage and what is not, as MariaDB and Spring tell it. */
class DatabaseOutageTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1290 | HY000 | The MariaDB server is running with the --read-only option",
            "1836 | HY000 | Running in read-only mode", "1205 | HY000 | Lock wait timeout exceeded",
            "1114 | HY000 | The table 'alert' is full", "1021 | HY000 | Disk full (/tmp/x)",
            "1030 | HY000 | Got error 28 \"No space left on device\" from storage engine InnoDB",
            "3 | HY000 | Error writing file '/tmp/x' (Errcode: 28 \"No space left on device\")",
            "1040 | 08004 | Too many connections", "0 | 08000 | Socket error"})
    void whatTheDatabaseCantDoIsAnOutage(int number, String state, String words) {
        assertThat(DatabaseOutage.isBehind(wrapped(new SQLException(words, state, number)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1064 | 42000 | You have an error in your SQL syntax",
            "1213 | 40001 | Deadlock found when trying to get lock", "1062 | 23000 | Duplicate entry",
            "1146 | 42S02 | Table doesn't exist", "1030 | HY000 | Got error 1 from storage engine"})
    void whatIsWrongInAStatementIsNone(int number, String state, String words) {
        assertThat(DatabaseOutage.isBehind(wrapped(new SQLException(words, state, number)))).isFalse();
    }

    private static RuntimeException wrapped(SQLException failure) {
        return new IllegalStateException(new UncategorizedSQLException("a task", "SELECT 1", failure));
    }

    @Test
    void aLockThatWasNotGivenIsOneAndADeadlockPasses() {
        RuntimeException late = new CannotAcquireLockException("late", new SQLException("wait", "HY000", 1205));
        assertThat(DatabaseOutage.isBehind(late)).isTrue();
        RuntimeException deadlock = new PessimisticLockingFailureException("dead", new SQLException("", "40001", 1213));
        assertThat(DatabaseOutage.isBehind(deadlock)).isFalse();
        assertThat(DatabaseOutage.isPassing(deadlock)).isTrue();
        assertThat(DatabaseOutage.isPassing(new OptimisticLockingFailureException("stale"))).isFalse();
    }

    @Test
    void whatWentWrongFirstCountsWhenUndoingItFailsToo() {
        TransactionSystemException undone = new TransactionSystemException("no rollback");
        undone.initApplicationException(wrapped(new SQLTransientConnectionException("away")));
        assertThat(DatabaseOutage.isBehind(undone)).isTrue();
    }

    @Test
    void aFaultOfOursIsNone() {
        assertThat(DatabaseOutage.isBehind(new DataIntegrityViolationException("no such row"))).isFalse();
        assertThat(DatabaseOutage.isBehind(new IllegalTransactionStateException("none is open"))).isFalse();
    }
}
