package np.saathi.safety;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import np.saathi.telephony.CallHandler;
import np.saathi.telephony.Dialler;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;
import np.saathi.telephony.TelephonyEvent;

/**
 * "Ring me if the line breaks" and "call me back": takes the wish from the crisis path, and rings when its call is
 * over: one try plus two. Only Nepal's numbers are rung, one a second at most.
 */
@Component
class CrisisCallbackDesk implements CallHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrisisCallbackDesk.class);

    private final CrisisCallbacks callbacks;
    private final Dialler dialler;
    private boolean databaseAnswers = true;

    CrisisCallbackDesk(CrisisCallbacks callbacks, Dialler dialler) {
        this.callbacks = callbacks;
        this.dialler = dialler;
    }

    @Override
    public Door door() {
        return Door.CRISIS_CALLBACK;
    }

    @Override
    public void answer(PhoneLine line) {
        PhoneNumber number = line.number().filter(PhoneNumber::isOfNepal)
                .orElseThrow(() -> new Declined("no number that may be rung"));
        callbacks.keep(line.id(), number, line.language(), line.noted("CALLBACK_KIND").equals("now"));
    }

    /** One line when the database is gone, not one a second. */
    @Scheduled(fixedDelay = 1000)
    void ringWhoWaitsSafely() {
        try {
            ringWhoWaits();
            databaseAnswers = true;
        } catch (DataAccessException | TransactionException e) {
            if (databaseAnswers) {
                LOG.warn("Crisis callbacks wait until the database answers: {}", e.getMessage());
            }
            databaseAnswers = false;
        }
    }

    private void ringWhoWaits() {
        callbacks.take().ifPresent(due -> {
            try {
                dialler.ringBack(due.name(), due.number(), due.language());
            } catch (ExchangeUnreachable e) {
                LOG.warn("A crisis callback waits for its next try: {}", e.getMessage());
            }
        });
        callbacks.sweep();
    }

    @EventListener
    void taken(TelephonyEvent.CallbackTaken taken) {
        callbacks.forget(taken.callback());
    }
}
