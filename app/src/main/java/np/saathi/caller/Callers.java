package np.saathi.caller;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.account.Account;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Role;
import np.saathi.identity.KeyedHash;
import np.saathi.identity.NumberHasher;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/** Knows again the callers who agreed to be known, and nobody else. */
@Service
public class Callers {
    private final NumberHasher hasher;
    private final CallerKeys keys;
    private final PreferencesRepository preferences;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    Callers(NumberHasher hasher, CallerKeys keys, PreferencesRepository preferences, Accounts accounts,
            TransactionTemplate transaction) {
        this.hasher = hasher;
        this.keys = keys;
        this.preferences = preferences;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * Writes nothing about an unknown phone. Of a known one it notes that it is in use today, and it re-keys it when its
     * hash was made by an older key.
     */
    public Optional<Caller> known(Optional<PhoneNumber> number) {
        return number.flatMap(this::known);
    }

    /** A remembered caller by account, as the web knows them. */
    public Optional<Caller> find(AccountId account) {
        return preferences.findById(account).map(Preferences::caller);
    }

    private Optional<Caller> known(PhoneNumber number) {
        List<KeyedHash> hashes = hasher.everyVersion(number);
        KeyedHash newest = hashes.getFirst();
        for (KeyedHash hash : hashes) {
            Optional<AccountId> account = keys.accountOf(hash);
            if (account.isPresent()) {
                if (!hash.equals(newest)) {
                    keys.replace(hash, newest);
                }
                accounts.used(account.get());
                return preferences.findById(account.get()).map(Preferences::caller);
            }
        }
        return Optional.empty();
    }

    /**
     * Remembers a phone from now on: an account and the phone's keyed hash. Only to be called once the caller has
     * agreed to it (consent key 1). The same phone twice gives the same caller.
     */
    public Caller remember(PhoneNumber number, Language language) {
        Optional<Caller> before = known(number);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return transaction.execute(status -> {
                AccountId account = accounts.create(Role.USER).id();
                Preferences kept = preferences.save(new Preferences(account, language));
                keys.add(hasher.hash(number), account);
                return kept.caller();
            });
        } catch (DuplicateKeyException twoCallsAtOnce) {
            return known(number).orElseThrow(() -> twoCallsAtOnce);
        }
    }

    /**
     * An account for somebody who signs up on the web: no phone belongs to it yet.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when there is no such language or category
     */
    @Transactional
    public Account signUp(Language language, Optional<String> category) {
        Account account = accounts.create(Role.USER);
        Preferences wanted = new Preferences(account.id(), language);
        category.ifPresent(wanted::lastCategory);
        preferences.save(wanted);
        return account;
    }

    /**
     * Lets a phone be known as an account made on the web, once its holder has proved both: by a code shown to the
     * account and typed on the phone. The account that the phone had before is forgotten if nothing opens it any more.
     */
    public void link(PhoneNumber number, AccountId account) {
        Optional<AccountId> before = known(number).flatMap(Caller::account).filter(id -> !id.equals(account));
        transaction.executeWithoutResult(status -> {
            hasher.everyVersion(number).forEach(keys::remove);
            keys.add(hasher.hash(number), account);
            before.flatMap(accounts::find).filter(old -> !old.hasPassword() && !old.hasPin())
                    .filter(old -> !keys.any(old.id())).ifPresent(old -> accounts.forget(old.id()));
        });
    }

    /** Forget me: the account and all that is linked to it. A ban's hash stays until it ends. */
    public void forget(AccountId account) {
        accounts.forget(account);
    }

    /** In which language to speak with a remembered caller. */
    public Optional<Language> languageOf(AccountId account) {
        return preferences.findById(account).map(kept -> kept.caller().language());
    }

    /** Keeps the language of a remembered caller; of others nothing is kept. */
    public void speaks(Caller caller, Language language) {
        caller.account().flatMap(preferences::findById).ifPresent(kept -> {
            kept.language(language);
            preferences.save(kept);
        });
    }

    /** Keeps whether a remembered caller wants the voice disguised; of others nothing is kept. */
    public void disguises(Caller caller, boolean wanted) {
        caller.account().flatMap(preferences::findById).ifPresent(kept -> {
            kept.disguised(wanted);
            preferences.save(kept);
        });
    }

    /** Whether a remembered caller is told, for the first time on this day, that they have talked for long. */
    public boolean toBeToldOfTalk(AccountId caller, LocalDate day) {
        return preferences.tellTalk(caller.value(), day) == 1;
    }

    /** Keeps what a remembered caller's last group was about; of others nothing is kept. */
    public void chose(Caller caller, String category) {
        caller.account().flatMap(preferences::findById).ifPresent(kept -> {
            kept.lastCategory(category);
            preferences.save(kept);
        });
    }
}
