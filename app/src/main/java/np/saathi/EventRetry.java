package np.saathi;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes up domain events whose listener failed, or whose instance was killed meanwhile (those turn stale first, then
 * failed). Listeners must bear an event twice.
 */
@Component
class EventRetry {
    private static final Logger LOG = LoggerFactory.getLogger(EventRetry.class);
    /** So few at a time that calls always find a free connection to the database. */
    private static final int AT_ONCE = 5;
    private static final ResubmissionOptions AGAIN = ResubmissionOptions.defaults().withBatchSize(AT_ONCE)
            .withMaxInFlight(AT_ONCE).withMinAge(Duration.ofSeconds(30));
    private final FailedEventPublications failed;

    EventRetry(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelay = 15_000)
    void again() {
        try {
            failed.resubmit(AGAIN);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Events wait until the database answers: {}", e.getMessage());
        }
    }
}
