package np.saathi.alert;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;

/** The alerts, for who is rung and for admins. */
@Service
public class Alerts {
    private final AlertRows rows;
    private final DutyCalls calls;
    private final Clock clock;

    Alerts(AlertRows rows, DutyCalls calls, Clock clock) {
        this.rows = rows;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * For what the call that is here, after its 1, was placed.
     *
     * @param callback our name for the call
     * @return empty when somebody else took it meanwhile, or it was handled
     */
    public Optional<Alert> rung(String callback) {
        return calls.answered(callback).flatMap(rows::find)
                .filter(alert -> alert.state() != AlertState.TAKEN && alert.handledAt() == null);
    }

    /**
     * The person who is rung takes it.
     *
     * @return false when somebody else was faster
     */
    public boolean take(Alert alert, String callback) {
        return rows.take(alert.id(), calls.labelOf(callback).orElse("duty"), clock.instant());
    }

    /** The person who is rung does not take it, or is gone: the next one is rung at once. */
    public void leave(String callback) {
        calls.left(callback);
    }

    public Optional<Alert> find(long id) {
        return rows.find(id);
    }

    /** @param handled null for all. The latest first */
    List<Alert> list(@Nullable Boolean handled, long offset, int size) {
        return rows.list(handled, offset, size);
    }

    long count(@Nullable Boolean handled) {
        return rows.count(handled);
    }

    /**
     * An admin has seen to it, and nobody is rung for it any more; or it is to be seen to again, without ringing.
     *
     * @param version that they saw
     * @throws OptimisticLockingFailureException when it was changed since
     */
    Alert handle(long id, int version, boolean handled, AccountId by) {
        rows.handle(id, version, handled ? by : null, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return find(id).orElseThrow();
    }
}
