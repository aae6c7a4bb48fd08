package np.saathi.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.springframework.dao.DataAccessResourceFailureException;

class RoundsTests {
    private static final Runnable WITHOUT_DATABASE = () -> {
        throw new DataAccessResourceFailureException("away");
    };
    private static final Runnable FAULTY = () -> {
        throw new IllegalStateException("ours");
    };

    private final Logger log = mock(Logger.class);
    private final Rounds rounds = new Rounds(log, "Alerts wait");

    @Test
    void anAbsentDatabaseIsSaidOnceAndNotEverySecond() {
        rounds.make(WITHOUT_DATABASE);
        rounds.make(WITHOUT_DATABASE);
        verify(log).warn("{} until the database answers: {}", "Alerts wait", "away");
        verifyNoMoreInteractions(log);
    }

    @Test
    void aFaultOfOursIsLoggedWhole() {
        rounds.make(FAULTY);
        verify(log).error(eq("{}"), eq("Alerts wait"), any(IllegalStateException.class));
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
        verify(log, times(2)).warn("{} until the database answers: {}", "Alerts wait", "away");
    }
}
