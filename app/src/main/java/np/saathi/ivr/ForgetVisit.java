package np.saathi.ivr;

import static np.saathi.prompt.Prompt.FORGET_BAN;
import static np.saathi.prompt.Prompt.FORGET_CONFIRM;
import static np.saathi.prompt.Prompt.FORGET_DONE;
import static np.saathi.prompt.Prompt.FORGET_KEPT;
import static np.saathi.prompt.Prompt.FORGET_NOTHING;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.caller.Bans;
import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.ivr.dialogue.Confirm;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;

/**
 * Key 4 of the settings, "forget me":
 *
 * <pre>
 * what will be lost, and what stays: 1 erase it → the secret number, if one is set → all is gone, the call is nobody's
 * </pre>
 */
@Component
class ForgetVisit {
    private static final Confirm LOSS = Confirm.losing(FORGET_CONFIRM);
    private static final Confirm LOSS_BUT_A_BAN = Confirm.saying(Spoken.of(FORGET_BAN, FORGET_CONFIRM));

    private final Callers callers;
    private final Bans bans;
    private final PinGate gate;

    ForgetVisit(Callers callers, Bans bans, PinGate gate) {
        this.callers = callers;
        this.bans = bans;
        this.gate = gate;
    }

    /** @return who this call is of from now on: nobody, once all was erased */
    Caller open(PhoneLine line, Caller caller) {
        if (caller.account().isEmpty()) {
            line.say(Spoken.of(FORGET_NOTHING));
            return caller;
        }
        AccountId account = caller.account().get();
        Optional<PhoneNumber> number = line.number();
        boolean banned = line.meanwhile(() -> bans.on(number).isPresent() || bans.holdOnPhonesOf(account));
        if (!(banned ? LOSS_BUT_A_BAN : LOSS).ask(line) || !gate.opens(line, account)) {
            line.say(Spoken.of(FORGET_KEPT));
            return caller;
        }
        line.during(() -> callers.forget(account));
        line.say(Spoken.of(FORGET_DONE));
        return Caller.unknown(line.language());
    }
}
