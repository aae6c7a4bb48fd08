package np.saathi.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Asks the database how it is, by a connection of its own: a pool that is busy says nothing of the database, and what
 * hangs must not take a connection that a call needs.
 */
class DatabaseProbe {
    /** Given up by the server, which says so; by the driver when nobody says anything. */
    private static final String WRITE = "SET STATEMENT lock_wait_timeout = 1, max_statement_time = 1 FOR "
            + "UPDATE database_probe SET probed_at = UTC_TIMESTAMP(3) WHERE id = 1";
    private static final String MOST_MILLIS = "1400";
    private final HikariDataSource pool;

    DatabaseProbe(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Writes to a row that is there for this alone. @throws SQLException when that can't be done now */
    void write() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(WRITE);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        properties.setProperty("connectTimeout", MOST_MILLIS);
        properties.setProperty("socketTimeout", MOST_MILLIS);
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }
}
