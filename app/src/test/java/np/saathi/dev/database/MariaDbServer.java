package np.saathi.dev.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import np.saathi.dev.process.Child;
import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.Ports;
import np.saathi.dev.process.PrivateDirectory;
import np.saathi.dev.process.ServerProcess;
import np.saathi.dev.process.Tools;

/**
 * A MariaDB on a private data directory: loopback only, one database, one user with a random password that is really
 * asked for. Data stay where the directory stays; the password is new with each object.
 */
public final class MariaDbServer extends ServerProcess implements AutoCloseable {
    private static final String DATABASE = "saathi";
    /** May do what an operator does to a server, and nothing with its data. */
    private static final String OPERATOR = "operator";
    private static final String SMALL_LOG = "--innodb-log-file-size=16M";
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(8);

    private final MariaDbInstall install;
    private final int port;
    private final String password;

    /** Made, but not started. */
    public MariaDbServer(Path home, int port) {
        this(MariaDbInstall.get(), home, port);
    }

    MariaDbServer(MariaDbInstall install, Path home, int port) {
        super("mariadbd", PrivateDirectory.at(home), STOP);
        this.install = install;
        this.port = port;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random);
    }

    /** In a new directory that goes with the JVM, on a free port. */
    public static MariaDbServer temporary() {
        return new MariaDbServer(PrivateDirectory.temporary("db"), Ports.free());
    }

    /** Starts, or starts again with the same port, data and password; returns when it answers. */
    public MariaDbServer start() {
        if (!Ports.isFree(port)) {
            endPredecessorOrRefuse();
        }
        Path data = home().resolve("data");
        if (!Files.isDirectory(data)) {
            install(data);
        }
        launch(command(data), START, this::answers);
        return this;
    }

    private void endPredecessorOrRefuse() {
        Child.endPredecessor("mariadbd", home());
        if (!Ports.isFree(port)) {
            throw new DevServiceException("Database port " + port + " is taken: choose another with"
                    + " -Dsaathi.database.port=… (0: any free one)");
        }
    }

    /** Fills a new data directory; it gets its name last, so that a half-made one is never taken for whole. */
    private void install(Path data) {
        Path unfinished = home().resolve("data.unfinished");
        PrivateDirectory.delete(unfinished);
        List<String> command = new ArrayList<>(List.of(install.installer().toString(), "--no-defaults",
                "--auth-root-authentication-method=normal", "--skip-test-db", SMALL_LOG, "--datadir=" + unfinished));
        install.base().ifPresent(base -> command.add("--basedir=" + base));
        command.addAll(asRoot());
        // Whoever starts clears the temporary tables in its directory, also those of others.
        Tools.Outcome made = Tools.run(START, Map.of("TMPDIR", home().toString()), command);
        if (made.exit() != 0) {
            throw new DevServiceException("MariaDB could not make its data directory:\n" + made.output().strip());
        }
        try {
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path data) {
        List<String> command = new ArrayList<>(List.of(install.server().toString(), "--no-defaults",
                "--datadir=" + data, "--tmpdir=" + home(), "--socket=" + home().resolve("socket"),
                "--pid-file=" + home().resolve("own.pid"),
                "--bind-address=127.0.0.1", "--port=" + port, "--init-file=" + accounts(), "--skip-name-resolve",
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci",
                // Development data: a power cut may cost the last second, a test run must not wait for the disk.
                "--innodb-flush-log-at-trx-commit=2", "--innodb-buffer-pool-size=64M", SMALL_LOG,
                // Loopback needs no encryption, and without this a new RSA key is made at each start: 4 to 30 s.
                "--skip-ssl",
                "--performance-schema=OFF"));
        install.base().ifPresent(base -> command.add("--basedir=" + base));
        command.addAll(asRoot());
        return command;
    }

    /** MariaDB refuses to run as root unless told that this is meant. */
    private static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** Run by the server at each start: the only accounts there are. */
    private Path accounts() {
        String sql = """
            CREATE DATABASE IF NOT EXISTS `%1$s`;
            CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
            GRANT ALL ON `%1$s`.* TO '%1$s'@'127.0.0.1';
            GRANT ALL ON `%1$s\\_%%`.* TO '%1$s'@'127.0.0.1';
            CREATE OR REPLACE USER '%3$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
            GRANT RELOAD, SUPER, READ ONLY ADMIN ON *.* TO '%3$s'@'127.0.0.1';
            ALTER USER 'root'@'localhost' IDENTIFIED BY '%2$s';
            DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');
            FLUSH PRIVILEGES;
            """.formatted(DATABASE, password, OPERATOR);
        try {
            Path file = home().resolve("accounts.sql");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (var connection = java.sql.DriverManager.getConnection(jdbcUrl(), user(), password)) {
            return connection.isValid(1);
        } catch (java.sql.SQLException notYet) {
            return false;
        }
    }

    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** Makes a further, empty database for the same user. */
    public String newDatabase(String suffix) {
        String name = DATABASE + "_" + suffix;
        try (var connection = java.sql.DriverManager.getConnection(jdbcUrl(), user(), password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE `" + name + "`");
        } catch (java.sql.SQLException e) {
            throw new DevServiceException("No new database " + name + ": " + e.getMessage());
        }
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + name;
    }

    /** Nothing can be written until what is returned is closed. */
    public Fault readOnly() {
        return new Fault("SET GLOBAL read_only = 1", "SET GLOBAL read_only = 0");
    }

    /** Whoever writes waits until what is returned is closed. */
    public Fault locked() {
        return new Fault("FLUSH TABLES WITH READ LOCK", "UNLOCK TABLES");
    }

    /** Something that an operator did to the server, and undoes. */
    public final class Fault implements AutoCloseable {
        private final java.sql.Connection connection;
        private final String undo;

        private Fault(String doing, String undo) {
            this.undo = undo;
            try {
                connection = java.sql.DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", OPERATOR,
                        password);
                run(doing);
            } catch (java.sql.SQLException e) {
                throw new DevServiceException("MariaDB refused a fault: " + e.getMessage());
            }
        }

        private void run(String sql) throws java.sql.SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() {
            try (connection) {
                run(undo);
            } catch (java.sql.SQLException e) {
                throw new DevServiceException("A fault of MariaDB stays: " + e.getMessage());
            }
        }
    }

    public String user() {
        return DATABASE;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        stop();
    }
}
