package np.saathi.caller;

import java.time.Clock;

import np.saathi.identity.Hashers;
import np.saathi.operation.Operation;

/** The real ones, which are in memory anyway. */
public final class ShortCallsInMemory extends ShortCalls {
    public ShortCallsInMemory(Operation operation, Clock clock) {
        super(new Hashers().beforeRotation(), operation, clock);
    }
}
