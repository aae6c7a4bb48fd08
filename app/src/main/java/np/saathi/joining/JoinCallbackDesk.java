package np.saathi.joining;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import np.saathi.telephony.Dialler;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;

/** Rings who asked for it once their session is open: one try plus two, one a second at most. */
@Component
class JoinCallbackDesk {
    private static final Logger LOG = LoggerFactory.getLogger(JoinCallbackDesk.class);
    private final JoinCallbacks callbacks;
    private final Dialler dialler;
    private boolean databaseAnswers = true;

    JoinCallbackDesk(JoinCallbacks callbacks, Dialler dialler) {
        this.callbacks = callbacks;
        this.dialler = dialler;
    }

    /** One line when the database is gone, not one a second. */
    @Scheduled(fixedDelayString = "${saathi.joining.tick:1s}", initialDelayString = "${saathi.joining.tick:1s}")
    void ringWhoWaitsSafely() {
        try {
            ringWhoWaits();
            databaseAnswers = true;
        } catch (DataAccessException | TransactionException e) {
            if (databaseAnswers) {
                LOG.warn("Callbacks to join wait until the database answers: {}", e.getMessage());
            }
            databaseAnswers = false;
        }
    }

    void ringWhoWaits() {
        callbacks.take().ifPresent(due -> {
            try {
                dialler.ringToJoin(due.name(), due.number(), due.language());
            } catch (ExchangeUnreachable e) {
                LOG.warn("A callback to join waits for its next try: {}", e.getMessage());
            }
        });
        callbacks.sweep();
    }
}
