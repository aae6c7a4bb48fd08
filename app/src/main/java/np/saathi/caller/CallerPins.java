package np.saathi.caller;

import java.util.Optional;

import org.springframework.stereotype.Service;

import np.saathi.account.Account;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Limit;
import np.saathi.account.Pin;
import np.saathi.account.RateLimits;
import np.saathi.telephony.PhoneNumber;

/** Secret numbers of callers' accounts, as phones use them. Do not call in a transaction: tries are counted. */
@Service
public class CallerPins {
    private final Accounts accounts;
    private final Callers callers;
    private final RateLimits limits;

    CallerPins(Accounts accounts, Callers callers, RateLimits limits) {
        this.accounts = accounts;
        this.callers = callers;
        this.limits = limits;
    }

    /** Whether the caller has set one: somebody else may be holding this phone. */
    public boolean isSet(AccountId caller) {
        return accounts.find(caller).filter(Account::hasPin).isPresent();
    }

    /** Whether it is theirs, from a phone that is known as this account. After five wrong ones none is for a while. */
    public boolean opens(AccountId caller, Pin pin) {
        if (limits.tryTake(Limit.PIN_FROM_OWN_PHONE, caller.value()).isPresent()
                || accounts.unlock(caller, pin).isEmpty()) {
            return false;
        }
        limits.giveBack(Limit.PIN_FROM_OWN_PHONE, caller.value());
        return true;
    }

    public void set(AccountId caller, Pin pin) {
        accounts.setPin(caller, pin);
    }

    /**
     * Opens a caller's account from any phone. After five wrong PINs the calling phone waits, never the owner; phones
     * that withhold their number wait together. An unknown id gives the same answer as a wrong PIN, after the same time.
     */
    public Recognition recognise(AccountId id, Pin pin, Optional<PhoneNumber> callingPhone) {
        String phone = callingPhone.map(PhoneNumber::digits).orElse("withheld");
        if (limits.tryTake(Limit.PIN_FROM_PHONE, phone).isPresent()
                || limits.tryTake(Limit.PIN_OF_ID_FROM_PHONES, id.value()).isPresent()) {
            return new Recognition.Wait();
        }
        Optional<Caller> caller = accounts.unlock(id, pin).flatMap(account -> callers.find(account.id()));
        if (caller.isEmpty()) {
            return new Recognition.Wrong();
        }
        limits.giveBack(Limit.PIN_FROM_PHONE, phone);
        limits.giveBack(Limit.PIN_OF_ID_FROM_PHONES, id.value());
        return new Recognition.Known(caller.get());
    }
}
