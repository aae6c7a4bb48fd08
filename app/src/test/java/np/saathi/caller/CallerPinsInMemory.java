package np.saathi.caller;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.telephony.PhoneNumber;

/** Knows secret numbers as {@link CallerPins} does, for as long as a test takes; after five wrong ones a phone waits. */
public final class CallerPinsInMemory extends CallerPins {
    private static final int WRONG_PINS = 5;
    private final Map<AccountId, Pin> pins = new HashMap<>();
    private final Map<Optional<PhoneNumber>, Integer> wrong = new HashMap<>();
    private final Callers callers;

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public CallerPinsInMemory(Callers callers) {
        super(null, callers, null, null);
        this.callers = callers;
    }

    @Override
    public boolean isSet(AccountId caller) {
        return pins.containsKey(caller);
    }

    @Override
    public boolean opens(AccountId caller, Pin pin) {
        return pin.equals(pins.get(caller));
    }

    @Override
    public void set(AccountId caller, Pin pin) {
        pins.put(caller, pin);
    }

    @Override
    public Recognition recognise(AccountId id, Pin pin, Optional<PhoneNumber> callingPhone) {
        if (wrong.getOrDefault(callingPhone, 0) >= WRONG_PINS) {
            return new Recognition.Wait();
        }
        if (!opens(id, pin)) {
            wrong.merge(callingPhone, 1, Integer::sum);
            return new Recognition.Wrong();
        }
        return new Recognition.Known(callers.find(id).orElseThrow());
    }
}
