package np.saathi.ivr;

import static np.saathi.prompt.Prompt.CONSENT_KNOWN;
import static np.saathi.prompt.Prompt.HOST_WRONG;
import static np.saathi.prompt.Prompt.IDENTITY_LINK;
import static np.saathi.prompt.Prompt.IDENTITY_PIN;
import static np.saathi.prompt.Prompt.IDENTITY_PIN_AGAIN;
import static np.saathi.prompt.Prompt.IDENTITY_PIN_SHORT;
import static np.saathi.prompt.Prompt.IDENTITY_WELCOME;
import static np.saathi.prompt.Prompt.JOIN_CODE;
import static np.saathi.prompt.Prompt.JOIN_CODE_AGAIN;
import static np.saathi.prompt.Prompt.JOIN_CODE_SHORT;
import static np.saathi.prompt.Prompt.JOIN_EARLY;
import static np.saathi.prompt.Prompt.JOIN_WAIT;
import static np.saathi.prompt.Prompt.JOIN_WRONG;
import static np.saathi.prompt.Prompt.SETTINGS_UNKEPT;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.Caller;
import np.saathi.caller.CallerPins;
import np.saathi.caller.Callers;
import np.saathi.caller.Recognition;
import np.saathi.ivr.dialogue.Confirm;
import np.saathi.ivr.dialogue.Entry;
import np.saathi.joining.CodeAnswer;
import np.saathi.joining.Invitations;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;

/**
 * Key 3 of the settings, what somebody brings from elsewhere:
 *
 * <pre>
 * nine digits, a join code → straight into its group
 * six digits, an id → its secret number → this call is its owner's → 1 know me on this phone from now on | * only in this call
 * </pre>
 *
 * Whether six digits are an id is not told: any are asked for their secret number.
 */
@Component
class Entrance {
    private static final int TRIES = 3;
    private static final Entry CODE_OR_ID = Entry.ofDigits(AccountId.LENGTH, Invitations.CODE_LENGTH, JOIN_CODE,
            JOIN_CODE_AGAIN, JOIN_CODE_SHORT);
    private static final Entry PIN = Entry.ofDigits(4, Pin.MAX_LENGTH, IDENTITY_PIN, IDENTITY_PIN_AGAIN,
            IDENTITY_PIN_SHORT);
    private static final Confirm LINK = Confirm.losing(IDENTITY_LINK);

    private final Invitations invitations;
    private final GroupVisit group;
    private final CallerPins pins;
    private final Callers callers;

    Entrance(Invitations invitations, GroupVisit group, CallerPins pins, Callers callers) {
        this.invitations = invitations;
        this.group = group;
        this.pins = pins;
        this.callers = callers;
    }

    /** @return who this call is of from now on */
    Caller open(PhoneLine line, Caller caller) {
        Optional<PhoneNumber> number = line.number();
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<String> digits = CODE_OR_ID.ask(line);
            if (digits.isEmpty()) {
                return caller;
            }
            Optional<Caller> done = digits.get().length() == AccountId.LENGTH
                    ? bySecretNumber(line, caller, new AccountId(digits.get()), number)
                    : byCode(line, caller, digits.get(), number);
            if (done.isPresent()) {
                return done.get();
            }
        }
        return caller;
    }

    /** @return empty for another try */
    private Optional<Caller> byCode(PhoneLine line, Caller caller, String code, Optional<PhoneNumber> number) {
        return switch (line.meanwhile(() -> invitations.byCode(code, number))) {
            case CodeAnswer.Welcome welcome -> {
                group.joinInvited(line, caller, welcome.invitation());
                yield Optional.of(caller);
            }
            case CodeAnswer.Early _ -> told(line, JOIN_EARLY, Optional.of(caller));
            case CodeAnswer.Wait _ -> told(line, JOIN_WAIT, Optional.of(caller));
            case CodeAnswer.Wrong _ -> told(line, JOIN_WRONG, Optional.empty());
        };
    }

    /** @return empty for another try */
    private Optional<Caller> bySecretNumber(PhoneLine line, Caller caller, AccountId id,
            Optional<PhoneNumber> number) {
        Optional<Pin> pin = PIN.ask(line).map(Pin::new);
        if (pin.isEmpty()) {
            return Optional.empty();
        }
        return switch (line.meanwhile(() -> pins.recognise(id, pin.get(), number))) {
            case Recognition.Known known -> Optional.of(welcome(line, known.caller(), number));
            case Recognition.Wait _ -> told(line, JOIN_WAIT, Optional.of(caller));
            case Recognition.Wrong _ -> told(line, HOST_WRONG, Optional.empty());
        };
    }

    private static <T> T told(PhoneLine line, Prompt words, T then) {
        line.say(Spoken.of(words));
        return then;
    }

    private Caller welcome(PhoneLine line, Caller caller, Optional<PhoneNumber> number) {
        line.speak(caller.language());
        line.say(Spoken.of(IDENTITY_WELCOME));
        Optional<Caller> here = line.meanwhile(() -> callers.known(number));
        if (here.isPresent() && here.get().account().equals(caller.account())) {
            return caller;
        }
        if (number.isPresent() && LINK.ask(line)) {
            line.during(() -> callers.link(number.get(), caller.account().orElseThrow()));
            line.say(Spoken.of(CONSENT_KNOWN));
        } else {
            line.say(Spoken.of(SETTINGS_UNKEPT));
        }
        return caller;
    }
}
