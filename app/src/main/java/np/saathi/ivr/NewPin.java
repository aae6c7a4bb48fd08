package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_PIN_NEW;
import static np.saathi.prompt.Prompt.HOST_PIN_NEW_AGAIN;
import static np.saathi.prompt.Prompt.HOST_PIN_NEW_SHORT;
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
import java.util.function.Predicate;

import np.saathi.account.Pin;
import np.saathi.ivr.dialogue.Entry;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;

/** Asks for a new secret number, twice; one that others would guess is not taken. */
final class NewPin {
    private static final int TRIES = 3;
    private static final Entry NEW = Entry.ofDigits(4, Pin.MAX_LENGTH, PIN_NEW, PIN_NEW_AGAIN, PIN_NEW_SHORT);
    private static final Entry NEW_OF_VOLUNTEER = Entry.ofDigits(Pin.STRONG_LENGTH, Pin.MAX_LENGTH, HOST_PIN_NEW,
            HOST_PIN_NEW_AGAIN, HOST_PIN_NEW_SHORT);
    private static final Entry SAME = Entry.ofDigits(4, Pin.MAX_LENGTH, PIN_TWICE, PIN_TWICE_AGAIN, PIN_TWICE_SHORT);

    private NewPin() {}

    /** @return empty when none was chosen; then it is said that nothing has changed */
    static Optional<Pin> ask(PhoneLine line) {
        return ask(line, NEW, Pin::guessable);
    }

    /** As {@link #ask(PhoneLine)}, one that a volunteer may have. */
    static Optional<Pin> askVolunteer(PhoneLine line, Predicate<Pin> weak) {
        return ask(line, NEW_OF_VOLUNTEER, pin -> line.meanwhile(() -> weak.test(pin)));
    }

    private static Optional<Pin> ask(PhoneLine line, Entry entry, Predicate<Pin> weak) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Pin> pin = entry.ask(line).map(Pin::new);
            if (pin.isEmpty()) {
                break;
            }
            if (weak.test(pin.get())) {
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
