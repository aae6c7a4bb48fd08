package np.saathi.caller;

import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** Writes nothing about an unknown phone; a known one is re-keyed when its hash was made by an older key. */
    public Optional<Caller> known(Optional<PhoneNumber> number) {
        return number.flatMap(this::known);
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

    /** Keeps the language of a remembered caller; of others nothing is kept. */
    public void speaks(Caller caller, Language language) {
        caller.account().flatMap(preferences::findById).ifPresent(kept -> {
            kept.language(language);
            preferences.save(kept);
        });
    }

    /** Keeps what a remembered caller's last group was about; of others nothing is kept. */
    public void chose(Caller caller, String category) {
        caller.account().flatMap(preferences::findById).ifPresent(kept -> {
            kept.lastCategory(category);
            preferences.save(kept);
        });
    }
}
