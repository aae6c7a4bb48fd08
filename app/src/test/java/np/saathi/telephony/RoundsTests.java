package np.saathi.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

import np.saathi.dev.junit.LogRecorder;

class RoundsTests {
    private static final Runnable WITHOUT_DATABASE = () -> {
        throw new DataAccessResourceFailureException("away");
    };
    private static final Runnable FAULTY = () -> {
        throw new IllegalStateException("ours");
    };

    private static final String AWAY = "INFO Alerts wait until the database answers: away";

    @RegisterExtension
    private final LogRecorder log = LogRecorder.of(RoundsTests.class.getName());
    private final Rounds rounds = new Rounds(LoggerFactory.getLogger(RoundsTests.class), "Alerts wait");

    @Test
    void anAbsentDatabaseIsSaidOnceAndNotEverySecond() {
        rounds.make(WITHOUT_DATABASE);
        rounds.make(WITHOUT_DATABASE);
        assertThat(log.lines()).containsExactly(AWAY);
    }

    @Test
    void aFaultOfOursIsLoggedWhole() {
        rounds.make(FAULTY);
        assertThat(log.events()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).isEqualTo("Alerts wait");
            assertThat(event.getThrowableProxy()).extracting(IThrowableProxy::getClassName)
                    .isEqualTo(IllegalStateException.class.getName());
        });
    }

    @Test
    void theRoundAfterAFailedOneIsMade() {
        AtomicInteger made = new AtomicInteger();
        rounds.make(FAULTY);
        rounds.make(made::incrementAndGet);
        assertThat(made).hasValue(1);
    }

    @Test
    void aTroubleThatComesBackIsSaidAgain() {
        rounds.make(WITHOUT_DATABASE);
        rounds.make(() -> {});
        rounds.make(WITHOUT_DATABASE);
        assertThat(log.lines()).containsExactly(AWAY, AWAY);
    }
}
