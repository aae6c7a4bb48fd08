package np.saathi.account;

import java.time.Clock;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts, finds them, and opens them by their secrets. */
@Service
public class Accounts {
    /** Of 531,441 ids; when all of these are taken, it is time for longer ones. */
    private static final int DRAWS = 50;
    private final AccountRepository accounts;
    private final Secrets secrets;
    private final Clock clock;

    Accounts(AccountRepository accounts, Secrets secrets, Clock clock) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A new account with a free id and a nickname, both drawn by chance. */
    @Transactional
    public Account create(Role role) {
        for (int draw = 0; draw < DRAWS; draw++) {
            try {
                return accounts.save(new Account(AccountId.random(), role, Nickname.random(), clock.instant()));
            } catch (DuplicateKeyException taken) {
                continue; // the database knows best whether an id is free
            }
        }
        throw new IllegalStateException("No free account id in " + DRAWS + " draws");
    }

    public Optional<Account> find(AccountId id) {
        return accounts.findById(id);
    }

    @Transactional
    public void setPin(AccountId id, Pin pin) {
        Account account = accounts.findById(id).orElseThrow();
        account.pin(secrets.seal(pin.digits(), pinOf(id)));
        accounts.save(account);
    }

    @Transactional
    public void setPassword(AccountId id, Password password) {
        Account account = accounts.findById(id).orElseThrow();
        account.password(secrets.seal(password.text(), passwordOf(id)));
        accounts.save(account);
    }

    /** The account, if the PIN is its own; an unknown id takes as long as a wrong PIN. Do not call in a transaction. */
    public Optional<Account> unlock(AccountId id, Pin pin) {
        Optional<Account> account = accounts.findById(id);
        return secrets.matches(pin.digits(), account.flatMap(Account::pin), pinOf(id)) ? account : Optional.empty();
    }

    /** As {@link #unlock(AccountId, Pin)}, on the web. */
    public Optional<Account> unlock(AccountId id, Password password) {
        return unlock(id.value(), password.text());
    }

    /** The same with whatever was typed: what can be no id or no password takes as long as a wrong one. */
    public Optional<Account> unlock(String id, String password) {
        Optional<Account> account = AccountId.parse(id).flatMap(accounts::findById);
        return secrets.matches(password, account.flatMap(Account::password), "password:" + id)
                ? account
                : Optional.empty();
    }

    private static String pinOf(AccountId id) {
        return "pin:" + id.value();
    }

    private static String passwordOf(AccountId id) {
        return "password:" + id.value();
    }
}
