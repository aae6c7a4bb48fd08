package np.saathi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import np.saathi.support.DatabaseOutage;

/**
 * Takes up domain events whose listener failed, or whose instance was killed meanwhile (those turn stale first, then
 * failed). Listeners must bear an event twice.
 */
@Component
class EventRetry {
    private static final Logger LOG = LoggerFactory.getLogger(EventRetry.class);
    private static final int AT_ONCE = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private final FailedEventPublications failed;
    private final Clock clock;

    EventRetry(FailedEventPublications failed, Clock clock) {
        this.failed = failed;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 15_000)
    void again() {
        // Not by the registry's own minimal age: in 2.1.1 its SQL lets every failed event pass.
        ResubmissionOptions due = ResubmissionOptions.defaults().withBatchSize(AT_ONCE).withMaxInFlight(AT_ONCE)
                .withFilter(this::isDue);
        try {
            failed.resubmit(due);
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isBehind(e)) {
                throw e;
            }
            LOG.debug("Events wait until the database answers: {}", e.getMessage());
        }
    }

    /** The more often it failed, the longer it waits: what can't be done keeps nothing else from being done. */
    private boolean isDue(EventPublication event) {
        Instant last = Optional.ofNullable(event.getLastResubmissionDate()).orElseGet(event::getPublicationDate);
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(event.getCompletionAttempts(), 10));
        return last.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT).isBefore(clock.instant());
    }
}
