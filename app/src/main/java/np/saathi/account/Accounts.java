package np.saathi.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.web.Problem;

/** Makes accounts, finds them, and opens them by their secrets. */
@Service
public class Accounts {
    /** Of 531,441 ids; when all of these are taken, it is time for longer ones. */
    private static final int DRAWS = 50;
    private final AccountRepository accounts;
    private final AccountUse use;
    private final Secrets secrets;
    private final PinBudgets pinBudgets;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Accounts(AccountRepository accounts, AccountUse use, Secrets secrets, PinBudgets pinBudgets, Clock clock,
            ApplicationEventPublisher events) {
        this.pinBudgets = pinBudgets;
        this.use = use;
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
        this.events = events;
    }

    /** A new account with a free id and a nickname, both drawn by chance. */
    @Transactional
    public Account create(Role role) {
        for (int draw = 0; draw < DRAWS; draw++) {
            AccountId id = AccountId.random();
            // Asked before: a refused insert would spoil the whole transaction.
            if (!accounts.existsById(id)) {
                return accounts.save(new Account(id, role, Nickname.random(), clock.instant()));
            }
        }
        throw new IllegalStateException("No free account id in " + DRAWS + " draws");
    }

    /**
     * An admin of this id, unless there is an account of this id. Do not call in a transaction.
     *
     * @return whether it was made
     */
    public boolean createAdmin(AccountId id, Password password) {
        try {
            Account admin = new Account(id, Role.ADMIN, Nickname.random(), clock.instant());
            admin.password(secrets.seal(password.text(), passwordOf(id.value())));
            accounts.save(admin);
            return true;
        } catch (DuplicateKeyException isThere) {
            return false; // made at an earlier start, or by another instance just now
        }
    }

    public Optional<Account> find(AccountId id) {
        return accounts.findById(id);
    }

    /** Another PIN may be tried anew; the same one again changes nothing of how often it was tried. */
    @Transactional
    public void setPin(AccountId id, Pin pin) {
        Account account = accounts.findById(id).orElseThrow();
        if (account.pin().isPresent()
                && !secrets.matches(pin.digits(), account.pin(), pinOf(id.value()), HashPlace.WEB)) {
            pinBudgets.begin(id);
        }
        account.pin(secrets.seal(pin.digits(), pinOf(id.value())));
        accounts.save(account);
    }

    @Transactional
    public void setPassword(AccountId id, Password password) {
        Account account = accounts.findById(id).orElseThrow();
        account.password(secrets.seal(password.text(), passwordOf(id.value())));
        accounts.save(account);
    }

    /** Deletes the account and all that is linked to it, and signs it out. */
    @Transactional
    public void forget(AccountId id) {
        events.publishEvent(new AccountForgotten(id));
        accounts.deleteById(id);
        signOut(id);
    }

    /**
     * As {@link #forget}, for who wants to go.
     *
     * @throws Problem 409 for the last admin: nobody could run the line, nor make another
     */
    @Transactional
    public void leave(AccountId id) {
        List<String> admins = accounts.lockAdmins();
        if (admins.equals(List.of(id.value()))) {
            throw Problem.conflict("last-admin", "You are the only admin; make another one first");
        }
        forget(id);
    }

    /** Signs it out on the web, everywhere. */
    public void signOut(AccountId id) {
        events.publishEvent(new SignOut(id));
    }

    /** The account, if the PIN is its own; an unknown id takes as long as a wrong PIN. Do not call in a transaction. */
    public Optional<Account> unlock(AccountId id, Pin pin) {
        return unlock(id.value(), pin.digits(), HashPlace.KNOWN_PHONE);
    }

    /** The same, waiting among those who come from there. */
    Optional<Account> unlock(AccountId id, Pin pin, PinPlace place) {
        return unlock(id.value(), pin.digits(), HashPlace.of(place));
    }

    /** The same with whatever was typed: what can be no id or no PIN takes as long as a wrong one. */
    public Optional<Account> unlockByPin(String id, String pin) {
        return unlock(id, pin, HashPlace.UNKNOWN_PHONE);
    }

    private Optional<Account> unlock(String id, String pin, HashPlace place) {
        Optional<Account> account = AccountId.parse(id).flatMap(accounts::findById);
        return secrets.matches(pin, account.flatMap(Account::pin), pinOf(id), place) ? used(account) : Optional.empty();
    }

    /** Takes as long as a wrong PIN, and opens nothing. */
    void lookAtNothing(Pin pin, PinPlace place) {
        secrets.matches(pin.digits(), Optional.empty(), pinOf(""), HashPlace.of(place));
    }

    /** Takes as long as a wrong PIN, and no processor. */
    void waitAsForAHash() {
        secrets.waitAsForAHash();
    }

    /** As {@link #unlock(AccountId, Pin)}, on the web. */
    public Optional<Account> unlock(AccountId id, Password password) {
        return unlock(id.value(), password.text());
    }

    /** The same with whatever was typed: what can be no id or no password takes as long as a wrong one. */
    public Optional<Account> unlock(String id, String password) {
        Optional<Account> account = AccountId.parse(id).flatMap(accounts::findById);
        return secrets.matches(password, account.flatMap(Account::password), passwordOf(id), HashPlace.WEB)
                ? used(account)
                : Optional.empty();
    }

    /** Somebody used it: it is not to be forgotten for long. Kept by the day only. */
    public void used(AccountId id) {
        use.today(id);
    }

    /** The day (UTC) on which it was last used; empty when it was not since it was made. */
    public Optional<LocalDate> lastUsedOn(AccountId id) {
        return use.lastOf(id);
    }

    private Optional<Account> used(Optional<Account> account) {
        account.map(Account::id).ifPresent(use::today);
        return account;
    }

    private static String pinOf(String id) {
        return "pin:" + id;
    }

    private static String passwordOf(String id) {
        return "password:" + id;
    }
}
