package np.saathi.operation;

import java.time.Clock;

/** Settings that a test sets. */
public final class OperationInMemory extends Operation {
    private Opening opening = Opening.OPEN;

    @SuppressWarnings("NullAway") // nothing is stored
    public OperationInMemory(Clock clock) {
        super(null, null, null, clock);
    }

    public void is(Opening now) {
        opening = now;
    }

    @Override
    public Opening opening() {
        return opening;
    }

    @Override
    public Opening byTheClock() {
        return opening;
    }
}
