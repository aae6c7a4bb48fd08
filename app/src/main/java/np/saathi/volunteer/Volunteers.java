package np.saathi.volunteer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.Account;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Pin;
import np.saathi.account.Role;
import np.saathi.identity.KeyedHash;
import np.saathi.identity.NumberHasher;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/** The volunteers, and how they sign in by phone. */
@Service
public class Volunteers {
    private final VolunteerRepository volunteers;
    private final Accounts accounts;
    private final Applications applications;
    private final WrongPins wrongPins;
    private final OwnPhones ownPhones;
    private final NumberHasher hasher;

    Volunteers(VolunteerRepository volunteers, Accounts accounts, Applications applications, WrongPins wrongPins,
            OwnPhones ownPhones, NumberHasher hasher) {
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.applications = applications;
        this.wrongPins = wrongPins;
        this.ownPhones = ownPhones;
        this.hasher = hasher;
    }

    /** Makes a new volunteer with an account of their own. */
    @Transactional
    public Volunteer register(Pin pin, Training training, Set<Language> languages, Set<String> categories) {
        AccountId account = accounts.create(Role.CMHV).id();
        accounts.setPin(account, pin);
        return add(account, training, languages, categories);
    }

    /**
     * An account for somebody who wants to be a volunteer. They are none, and can't sign in, until {@link #approve}.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when there is no such language or category
     */
    @Transactional
    public Account apply(Language language, Optional<String> category) {
        Account account = accounts.create(Role.CMHV);
        applications.add(account.id(), language, category);
        return account;
    }

    /** Who waits for approval, the longest first. */
    public List<Application> pending() {
        return applications.all();
    }

    /** @return the volunteer that they are now; empty when this account did not apply, or was approved before */
    @Transactional
    public Optional<Volunteer> approve(AccountId account, Training training, Set<Language> languages,
            Set<String> categories) {
        return applications.remove(account)
                ? Optional.of(add(account, training, languages, categories))
                : Optional.empty();
    }

    /**
     * Deletes the account of somebody who applied.
     *
     * @return whether there was an application
     */
    @Transactional
    public boolean refuse(AccountId account) {
        boolean applied = applications.remove(account);
        if (applied) {
            accounts.forget(account);
        }
        return applied;
    }

    private Volunteer add(AccountId account, Training training, Set<Language> languages, Set<String> categories) {
        return volunteers.save(new Volunteer(account, training,
                languages.stream().map(Volunteer.SpokenLanguage::new).collect(Collectors.toSet()),
                categories.stream().map(Volunteer.KnownCategory::new).collect(Collectors.toSet())));
    }

    public Optional<Volunteer> find(AccountId account) {
        return volunteers.findById(account);
    }

    /** Whose own phone this is; from it their PIN is enough. Empty for any other, and for one that several share. */
    public Optional<AccountId> ownerOf(Optional<PhoneNumber> phone) {
        return phone.flatMap(ownPhones::ownerOf);
    }

    /** Keeps the language in which the line speaks to a volunteer. */
    @Transactional
    public void speaks(AccountId account, Language language) {
        Volunteer volunteer = volunteers.findById(account).orElseThrow();
        volunteer.languageByPhone(language);
        volunteers.save(volunteer);
    }

    /** Gives a volunteer another PIN. It takes about a tenth of a second. */
    public void changePin(AccountId account, Pin pin) {
        accounts.setPin(account, pin);
    }

    /**
     * Opens a volunteer's account. After five wrong PINs the calling phone waits 15 minutes, never the owner, who may
     * call from another; phones that withhold their number wait together. An unknown id gives the same answer as a
     * wrong PIN, after the same time. It takes about a tenth of a second.
     */
    public SignIn signIn(AccountId id, Pin pin, Optional<PhoneNumber> callingPhone) {
        KeyedHash phone = callingPhone.map(hasher::hash).orElseGet(hasher::withheld);
        Optional<Duration> wait = wrongPins.tooMany(phone);
        if (wait.isPresent()) {
            return new SignIn.Wait(wait.get());
        }
        Optional<Account> account = accounts.unlock(id, pin).filter(found -> found.role() == Role.CMHV);
        if (account.isEmpty()) {
            return new SignIn.Wrong();
        }
        wrongPins.forgive(phone);
        return volunteers.findById(id).<SignIn>map(volunteer -> volunteer.suspended()
                ? new SignIn.Suspended()
                : new SignIn.Welcome(volunteer)).orElseGet(SignIn.Pending::new);
    }
}
