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
import np.saathi.account.GuardedPins;
import np.saathi.account.Pin;
import np.saathi.account.PinPlace;
import np.saathi.account.PinTry;
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
    private final GuardedPins pins;
    private final VolunteerPins rule;
    private final HostCodes hostCodes;

    Volunteers(VolunteerRepository volunteers, Accounts accounts, Applications applications, WrongPins wrongPins,
            OwnPhones ownPhones, NumberHasher hasher, GuardedPins pins, VolunteerPins rule, HostCodes hostCodes) {
        this.pins = pins;
        this.rule = rule;
        this.hostCodes = hostCodes;
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

    /** Whether others would guess this PIN of a volunteer too easily: then it is not to be chosen. */
    public boolean weak(AccountId account, Pin pin) {
        return rule.weak(account, pin);
    }

    /** Gives a volunteer another PIN. It takes about a tenth of a second. */
    public void changePin(AccountId account, Pin pin) {
        accounts.setPin(account, pin);
    }

    /**
     * Opens a volunteer's account. From an unknown phone: after five wrong PINs that phone waits 15 minutes, one that
     * withholds its number for this id only; and when too many were wrong of this account none is looked at any more,
     * which is answered as a wrong one, as an unknown id is, after the same time. From the volunteer's own phone: after
     * five, or too many, a host code is needed besides. It takes about a tenth of a second.
     */
    public SignIn signIn(AccountId id, Pin pin, Optional<PhoneNumber> callingPhone) {
        boolean own = callingPhone.filter(phone -> ownPhones.isOf(phone, id)).isPresent();
        KeyedHash counted = own
                ? hasher.hash("own-phone", id.value())
                : callingPhone.map(hasher::hash).orElseGet(() -> hasher.hash("withheld", id.value()));
        Optional<Duration> wait = wrongPins.tooMany(counted);
        if (wait.isPresent()) {
            return own ? new SignIn.CodeNeeded() : new SignIn.Wait(wait.get());
        }
        boolean weak = rule.weak(id, pin);
        return switch (pins.look(id, pin, Role.CMHV, own ? PinPlace.KNOWN_PHONE : PinPlace.ELSEWHERE, weak)) {
            case PinTry.Right _ -> {
                wrongPins.forgive(counted);
                yield open(id, weak);
            }
            case PinTry.Wrong _ -> new SignIn.Wrong();
            case PinTry.UsedUp _ -> own ? new SignIn.CodeNeeded() : new SignIn.Wrong();
        };
    }

    /** As {@link #signIn}, on the volunteer's phone that we rang: wrong PINs by forged numbers don't count there. */
    public SignIn signInRung(AccountId id, Pin pin) {
        boolean weak = rule.weak(id, pin);
        return switch (pins.look(id, pin, Role.CMHV, PinPlace.RUNG_PHONE, weak)) {
            case PinTry.Right _ -> open(id, weak);
            case PinTry.Wrong _ -> new SignIn.Wrong();
            case PinTry.UsedUp _ -> new SignIn.CodeNeeded();
        };
    }

    /** By PIN and host code, however many PINs were wrong. The code is used up by it, even if the PIN is wrong. */
    public SignIn signInWithCode(AccountId id, Pin pin, String code) {
        if (!hostCodes.use(id, code)) {
            return new SignIn.Wrong();
        }
        return pins.lookUncounted(id, pin, Role.CMHV) instanceof PinTry.Right
                ? open(id, rule.weak(id, pin))
                : new SignIn.Wrong();
    }

    private SignIn open(AccountId id, boolean weakPin) {
        return volunteers.findById(id).<SignIn>map(volunteer -> volunteer.suspended()
                ? new SignIn.Suspended()
                : new SignIn.Welcome(volunteer, weakPin)).orElseGet(SignIn.Pending::new);
    }
}
