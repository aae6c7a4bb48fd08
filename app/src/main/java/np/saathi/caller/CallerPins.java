package np.saathi.caller;

import java.util.Optional;

import org.springframework.stereotype.Service;

import np.saathi.account.Account;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.GuardedPins;
import np.saathi.account.Limit;
import np.saathi.account.Pin;
import np.saathi.account.PinPlace;
import np.saathi.account.PinTry;
import np.saathi.account.RateLimits;
import np.saathi.account.Role;
import np.saathi.telephony.PhoneNumber;

/** Secret numbers of callers' accounts, as phones use them. Do not call in a transaction: tries are counted. */
@Service
public class CallerPins {
    private final Accounts accounts;
    private final Callers callers;
    private final RateLimits limits;
    private final GuardedPins pins;

    CallerPins(Accounts accounts, Callers callers, RateLimits limits, GuardedPins pins) {
        this.pins = pins;
        this.accounts = accounts;
        this.callers = callers;
        this.limits = limits;
    }

    /** Whether the caller has set one: somebody else may be holding this phone. */
    public boolean isSet(AccountId caller) {
        return accounts.find(caller).filter(Account::hasPin).isPresent();
    }

    /**
     * Whether it is theirs, from a phone that is known as this account. After five wrong ones none is for a
     * while, after forty none any more until another is set on the web.
     */
    public boolean opens(AccountId caller, Pin pin) {
        if (limits.tryTake(Limit.PIN_FROM_OWN_PHONE, caller.value()).isPresent()
                || !(pins.look(caller, pin, Role.USER, PinPlace.KNOWN_PHONE, false) instanceof PinTry.Right)) {
            return false;
        }
        limits.giveBack(Limit.PIN_FROM_OWN_PHONE, caller.value());
        return true;
    }

    public void set(AccountId caller, Pin pin) {
        accounts.setPin(caller, pin);
    }

    /**
     * Opens a caller's account from any phone. After five wrong PINs the calling phone waits, never the owner; one
     * that withholds its number for this id only. When too many were wrong of this account none is looked at any more:
     * that gives the same answer as a wrong PIN, as an unknown id does, after the same time.
     */
    public Recognition recognise(AccountId id, Pin pin, Optional<PhoneNumber> callingPhone) {
        String phone = callingPhone.map(PhoneNumber::digits).orElseGet(() -> "withheld " + id.value());
        if (limits.tryTake(Limit.PIN_FROM_PHONE, phone).isPresent()) {
            return new Recognition.Wait();
        }
        Optional<Caller> caller = pins
                .look(id, pin, Role.USER, PinPlace.ELSEWHERE, false) instanceof PinTry.Right right
                        ? callers.find(right.account().id())
                        : Optional.empty();
        if (caller.isEmpty()) {
            return new Recognition.Wrong();
        }
        limits.giveBack(Limit.PIN_FROM_PHONE, phone);
        return new Recognition.Known(caller.get());
    }
}
