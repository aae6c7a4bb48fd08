package np.saathi.ivr;

import static np.saathi.prompt.Prompt.ACCOUNT_ID;
import static np.saathi.prompt.Prompt.ACCOUNT_ID_TWICE;
import static np.saathi.prompt.Prompt.ACCOUNT_MENU;
import static np.saathi.prompt.Prompt.ACCOUNT_MENU_AGAIN;
import static np.saathi.prompt.Prompt.ACCOUNT_MENU_SHORT;
import static np.saathi.prompt.Prompt.ACCOUNT_NONE;
import static np.saathi.prompt.Prompt.PIN_SET;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.caller.Caller;
import np.saathi.caller.CallerPins;
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

    private static final Menu<Choice> MENU = Menu.<Choice>asking(ACCOUNT_MENU) //
            .on(Key.ONE, Choice.SECRET_NUMBER).on(Key.TWO, Choice.ID_AGAIN).on(Key.STAR, Choice.BACK)
            .on(Key.HASH, Choice.BACK).retrying(ACCOUNT_MENU_AGAIN, ACCOUNT_MENU_SHORT).otherwise(Choice.BACK);

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
        NewPin.ask(line).ifPresent(pin -> {
            line.during(() -> pins.set(account, pin));
            line.say(Spoken.of(PIN_SET));
        });
    }
}
