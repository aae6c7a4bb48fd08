package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_PIN;
import static np.saathi.prompt.Prompt.HOST_PIN_AGAIN;
import static np.saathi.prompt.Prompt.HOST_PIN_SHORT;
import static np.saathi.prompt.Prompt.MESSAGE_PIN_WRONG;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.CallerPins;
import np.saathi.ivr.dialogue.Entry;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;

/** Asks for a caller's secret number where one is set: somebody else may be holding this phone. Three tries. */
@Component
class PinGate {
    private static final int TRIES = 3;
    private static final Entry PIN = Entry.ofDigits(4, Pin.MAX_LENGTH, HOST_PIN, HOST_PIN_AGAIN, HOST_PIN_SHORT);

    private final CallerPins pins;

    PinGate(CallerPins pins) {
        this.pins = pins;
    }

    boolean opens(PhoneLine line, AccountId account) {
        if (!line.meanwhile(() -> pins.isSet(account))) {
            return true;
        }
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Pin> pin = PIN.ask(line).map(Pin::new);
            if (pin.isEmpty()) {
                return false;
            }
            if (line.meanwhile(() -> pins.opens(account, pin.get()))) {
                return true;
            }
            line.say(Spoken.of(MESSAGE_PIN_WRONG));
        }
        return false;
    }
}
