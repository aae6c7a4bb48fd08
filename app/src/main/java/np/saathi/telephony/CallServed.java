package np.saathi.telephony;

import java.time.Instant;
import java.util.Optional;

import np.saathi.prompt.Language;

/**
 * A flow of ours is done with a call: it is over, or in the exchange's hands. The same call may come again, from the
 * crisis path or after a fault.
 *
 * @param step how far it came
 * @param caller account id of a remembered caller; this event is heard within this process only and never written
 */
public record CallServed(CallId call, CallHandler.Door door, Optional<Language> language, Step step,
        Optional<String> caller, Instant from, Instant to) {}
