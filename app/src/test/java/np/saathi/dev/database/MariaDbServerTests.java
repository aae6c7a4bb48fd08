package np.saathi.dev.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.dev.process.Ports;

/** The development database keeps its data through whatever happens to it, and opens to its password only. */
@Tag("calls")
class MariaDbServerTests {
    @TempDir
    Path home;

    @Test
    void dataOutliveStopAndKillAndThePasswordIsAskedFor() throws SQLException {
        int port = Ports.free();
        try (MariaDbServer first = new MariaDbServer(home, port).start()) {
            run(first, "CREATE TABLE kept (word VARCHAR(20))");
            run(first, "INSERT INTO kept VALUES ('साथी')");
            first.stop();
            first.start();
            first.kill9();
            assertThatThrownBy(() -> connect(first, first.password())).isInstanceOf(SQLException.class);
            first.start();
            assertThat(word(first)).isEqualTo("साथी");
            assertThatThrownBy(() -> connect(first, "")).hasMessageContaining("Access denied");
            assertThatThrownBy(() -> DriverManager.getConnection(first.jdbcUrl(), "root", ""))
                    .hasMessageContaining("Access denied");
        }
        try (MariaDbServer next = new MariaDbServer(home, port).start()) {
            assertThat(word(next)).isEqualTo("साथी");
        }
    }

    @Test
    void takenPortNamesThePropertyToChange() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MariaDbServer server = new MariaDbServer(home, other.getLocalPort())) {
            assertThatThrownBy(server::start).hasMessageContaining("saathi.database.port");
        }
    }

    private static Connection connect(MariaDbServer server, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), password);
    }

    private static void run(MariaDbServer server, String sql) throws SQLException {
        try (Connection connection = connect(server, server.password()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(MariaDbServer server) throws SQLException {
        try (Connection connection = connect(server, server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT word FROM kept")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
