package np.saathi.ivr;

import static np.saathi.prompt.Prompt.CALL_LIMIT;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Component;

import np.saathi.operation.Operation;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;

/** No call is endless. Who is in a group was told two minutes before; the call ends where no sentence is cut. */
@Component
class CallLimit {
    private final Operation operation;
    private final Clock clock;

    CallLimit(Operation operation, Clock clock) {
        this.operation = operation;
        this.clock = clock;
    }

    /** @return whether the call is to end now, and was told so; 0 still worked */
    boolean endsNow(PhoneLine line) {
        Duration longest = Duration.ofMinutes(operation.settings().limits().callMinutes());
        if (line.id().madeAt().filter(made -> !clock.instant().isBefore(made.plus(longest))).isEmpty()) {
            return false;
        }
        line.forgetKeys();
        line.ask(Spoken.of(CALL_LIMIT), line.timeouts().help());
        return true;
    }
}
