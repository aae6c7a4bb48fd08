package np.saathi.dev.database;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import np.saathi.dev.web.TestClock;
import np.saathi.operation.Operation;

/** A real MariaDB, one server for the whole test JVM, and in it a database of its own for each application context. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Server {
        static final MariaDbServer RUNNING = MariaDbServer.temporary().start();
    }

    @Bean
    JdbcConnectionDetails database() {
        MariaDbServer server = Server.RUNNING;
        String url = server.newDatabase("test" + COUNT.incrementAndGet());
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }
        };
    }

    @Bean
    Rows rows(JdbcClient jdbc, ObjectProvider<Operation> operation) {
        return new Rows(jdbc, () -> operation.ifAvailable(Operation::refresh));
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** The production encoder spends a tenth of a second on each of some thousand sign-ins: half of the tests' time. */
    @Bean
    @Primary
    @ConditionalOnProperty(name = "saathi.test.real-hashes", havingValue = "false", matchIfMissing = true)
    PasswordEncoder cheapHashes() {
        int saltBytes = 16;
        int hashBytes = 32;
        int threads = 1;
        int kibibytes = 64;
        int rounds = 1;
        return new Argon2PasswordEncoder(saltBytes, hashBytes, threads, kibibytes, rounds);
    }
}
