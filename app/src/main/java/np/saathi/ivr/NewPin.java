package np.saathi.ivr;

import static np.saathi.prompt.Prompt.PIN_DIFFERS;
import static np.saathi.prompt.Prompt.PIN_EASY;
import static np.saathi.prompt.Prompt.PIN_KEPT;
import static np.saathi.prompt.Prompt.PIN_NEW;
import static np.saathi.prompt.Prompt.PIN_NEW_AGAIN;
import static np.saathi.prompt.Prompt.PIN_NEW_SHORT;
import static np.saathi.prompt.Prompt.PIN_TWICE;
import static np.saathi.prompt.Prompt.PIN_TWICE_AGAIN;
import static np.saathi.prompt.Prompt.PIN_TWICE_SHORT;

import java.util.Optional;

import np.saathi.account.Pin;
import np.saathi.ivr.dialogue.Entry;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;

/** Asks for a new secret number, twice; one that others would guess is not taken. */
final class NewPin {
    private static final int TRIES = 3;
    private static final Entry NEW = Entry.ofDigits(4, Pin.MAX_LENGTH, PIN_NEW, PIN_NEW_AGAIN, PIN_NEW_SHORT);
    private static final Entry SAME = Entry.ofDigits(4, Pin.MAX_LENGTH, PIN_TWICE, PIN_TWICE_AGAIN, PIN_TWICE_SHORT);

    private NewPin() {}

    /** @return empty when none was chosen; then it is said that nothing has changed */
    static Optional<Pin> ask(PhoneLine line) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Pin> pin = NEW.ask(line).map(Pin::new);
            if (pin.isEmpty()) {
                break;
            }
            if (pin.get().guessable()) {
                line.say(Spoken.of(PIN_EASY));
            } else if (SAME.ask(line).map(Pin::new).equals(pin)) {
                return pin;
            } else {
                line.say(Spoken.of(PIN_DIFFERS));
            }
        }
        line.say(Spoken.of(PIN_KEPT));
        return Optional.empty();
    }
}
