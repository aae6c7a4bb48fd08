package np.saathi.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, as requests on the web use it: none of them waits longer than a moment for a connection that answers. Once
 * none did, none waits at all until the database is there again. Calls have the pool's own times, and where all
 * connections are in use they come first.
 * <p>
 * What is asked over such a connection may take its time (the driver's {@code socketTimeout}): figures of a year and a
 * large file do, and are no sign that the database is away.
 */
class ImpatientDataSource extends DelegatingDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(ImpatientDataSource.class);
    private static final Executor EACH_IN_A_THREAD = work -> Thread.ofVirtual().name("database").start(work);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private final HikariDataSource pool;
    private final Duration patience;
    private final AtomicBoolean gone = new AtomicBoolean();

    ImpatientDataSource(HikariDataSource pool, Duration patience) {
        super(pool);
        this.pool = pool;
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!DatabasePatience.isShort()) {
            return pool.getConnection();
        }
        if (gone.get()) {
            throw new SQLTransientConnectionException("The database has not answered for a while");
        }
        return soon();
    }

    private Connection soon() throws SQLException {
        CompletableFuture<Connection> coming = CompletableFuture.supplyAsync(this::pooled, EACH_IN_A_THREAD);
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLate) {
            coming.thenAccept(ImpatientDataSource::giveBack);
            lost();
            throw new SQLTransientConnectionException("The database does not answer");
        } catch (InterruptedException stopped) {
            coming.thenAccept(ImpatientDataSource::giveBack);
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("The request was given up");
        } catch (ExecutionException e) {
            lost();
            throw e.getCause() instanceof SQLException failed ? failed : new SQLTransientConnectionException(e);
        }
    }

    /** Asked whether it is alive each time: the pool itself trusts those that were in use half a second ago. */
    private Connection pooled() {
        try {
            Connection connection = pool.getConnection();
            if (!connection.isValid(1)) {
                pool.evictConnection(connection);
                throw new SQLTransientConnectionException("A connection of the database is dead");
            }
            return connection;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection that came too late", e);
        }
    }

    /** Whether nobody answered, or the connection was lost: class 08 of SQL states. */
    static boolean isAway(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure.getSQLState() != null && failure.getSQLState().startsWith("08");
    }

    private void lost() {
        if (gone.compareAndSet(false, true)) {
            LOG.warn("The database does not answer: requests are told so at once until it does");
            EACH_IN_A_THREAD.execute(this::waitForIt);
        }
    }

    private void waitForIt() {
        try {
            while (!pool.isClosed() && !answers()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gone.set(false);
            LOG.info("The database answers");
        }
    }

    private boolean answers() {
        try (Connection _ = pooled()) {
            return true;
        } catch (CompletionException | SQLException notYet) {
            return false;
        }
    }
}
