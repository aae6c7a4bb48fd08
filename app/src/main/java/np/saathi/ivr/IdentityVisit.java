package np.saathi.ivr;

import static np.saathi.prompt.Prompt.ACCOUNT_ID;
import static np.saathi.prompt.Prompt.ACCOUNT_ID_TWICE;
import static np.saathi.prompt.Prompt.ACCOUNT_MENU;
import static np.saathi.prompt.Prompt.ACCOUNT_MENU_AGAIN;
import static np.saathi.prompt.Prompt.ACCOUNT_MENU_SHORT;
import static np.saathi.prompt.Prompt.ACCOUNT_NONE;
import static np.saathi.prompt.Prompt.PIN_DIFFERS;
import static np.saathi.prompt.Prompt.PIN_EASY;
import static np.saathi.prompt.Prompt.PIN_KEPT;
import static np.saathi.prompt.Prompt.PIN_NEW;
import static np.saathi.prompt.Prompt.PIN_NEW_AGAIN;
import static np.saathi.prompt.Prompt.PIN_NEW_SHORT;
import static np.saathi.prompt.Prompt.PIN_SET;
import static np.saathi.prompt.Prompt.PIN_TWICE;
import static np.saathi.prompt.Prompt.PIN_TWICE_AGAIN;
import static np.saathi.prompt.Prompt.PIN_TWICE_SHORT;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.Caller;
import np.saathi.caller.CallerPins;
import np.saathi.ivr.dialogue.Entry;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Key 2 of the settings, "my id and secret number":
 *
 * <pre>
 * the id, digit by digit, twice → 1 set or change the secret number | 2 the id again | * back
 * secret number: the old one, if there is one → the new one → the new one again → told what it opens
 * </pre>
 */
@Component
class IdentityVisit {

    enum Choice {
        SECRET_NUMBER, ID_AGAIN, BACK
    }

    private static final int TRIES = 3;
    private static final Menu<Choice> MENU = Menu.<Choice>asking(ACCOUNT_MENU) //
            .on(Key.ONE, Choice.SECRET_NUMBER).on(Key.TWO, Choice.ID_AGAIN).on(Key.STAR, Choice.BACK)
            .on(Key.HASH, Choice.BACK).retrying(ACCOUNT_MENU_AGAIN, ACCOUNT_MENU_SHORT).otherwise(Choice.BACK);
    private static final Entry NEW_PIN = Entry.ofDigits(4, Pin.MAX_LENGTH, PIN_NEW, PIN_NEW_AGAIN, PIN_NEW_SHORT);
    private static final Entry SAME_PIN = Entry.ofDigits(4, Pin.MAX_LENGTH, PIN_TWICE, PIN_TWICE_AGAIN,
            PIN_TWICE_SHORT);

    private final CallerPins pins;
    private final PinGate gate;

    IdentityVisit(CallerPins pins, PinGate gate) {
        this.pins = pins;
        this.gate = gate;
    }

    void open(PhoneLine line, Caller caller) {
        if (caller.account().isEmpty()) {
            line.say(Spoken.of(ACCOUNT_NONE));
            return;
        }
        AccountId account = caller.account().get();
        Choice choice;
        do {
            Spoken digits = Spoken.digits(account.value());
            line.say(Spoken.of(ACCOUNT_ID).then(digits).then(ACCOUNT_ID_TWICE).then(digits));
            choice = MENU.ask(line);
        } while (choice == Choice.ID_AGAIN);
        if (choice == Choice.SECRET_NUMBER && gate.opens(line, account)) {
            setPin(line, account);
        }
    }

    private void setPin(PhoneLine line, AccountId account) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Pin> pin = NEW_PIN.ask(line).map(Pin::new);
            if (pin.isEmpty()) {
                break;
            }
            if (pin.get().guessable()) {
                line.say(Spoken.of(PIN_EASY));
            } else if (SAME_PIN.ask(line).map(Pin::new).equals(pin)) {
                line.during(() -> pins.set(account, pin.get()));
                line.say(Spoken.of(PIN_SET));
                return;
            } else {
                line.say(Spoken.of(PIN_DIFFERS));
            }
        }
        line.say(Spoken.of(PIN_KEPT));
    }
}
