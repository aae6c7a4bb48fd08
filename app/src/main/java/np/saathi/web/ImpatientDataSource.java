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
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import np.saathi.support.DatabaseWatch;

/**
 * The pool, as requests on the web use it: none of them waits longer than a moment for a connection that answers. Once
 * nobody answers ({@link DatabaseWatch}), none waits at all until the database is there again. A pool of which all
 * connections are in use is no sign of that: who finds it so is told to come again, and nobody else is. Calls have the
 * pool's own times, and where all connections are in use they come first.
 * <p>
 * What is asked over such a connection may take its time (the driver's {@code socketTimeout}): figures of a year and a
 * large file do, and are no sign that the database is away.
 */
class ImpatientDataSource extends DelegatingDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(ImpatientDataSource.class);
    private static final Executor EACH_IN_A_THREAD = work -> Thread.ofVirtual().name("database").start(work);
    private final HikariDataSource pool;
    private final Duration patience;
    private final Supplier<DatabaseWatch> watch;

    /** @param watch asked for once there is one: it needs this data source itself */
    ImpatientDataSource(HikariDataSource pool, Duration patience, Supplier<DatabaseWatch> watch) {
        super(pool);
        this.pool = pool;
        this.patience = patience;
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!DatabasePatience.isShort()) {
            return pool.getConnection();
        }
        if (watch.get().state() == DatabaseWatch.State.AWAY) {
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
            watch.get().lookSoon();
            throw new SQLTransientConnectionException("The database does not answer");
        } catch (InterruptedException stopped) {
            coming.thenAccept(ImpatientDataSource::giveBack);
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("The request was given up");
        } catch (ExecutionException e) {
            watch.get().lookSoon();
            throw e.getCause() instanceof SQLException failed ? failed : new SQLTransientConnectionException(e);
        }
    }

    /** Asked whether it is alive each time: the pool itself trusts those that were in use half a second ago. */
    private Connection pooled() {
        try {
            Connection connection = pool.getConnection();
            if (!connection.isValid(Math.toIntExact(Math.max(1, patience.toSeconds())))) {
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
}
