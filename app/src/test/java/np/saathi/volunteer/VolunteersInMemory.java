package np.saathi.volunteer;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/**
 * Signs volunteers in as {@link Volunteers} does: after five wrong PINs the calling phone waits, the volunteer's own needs a
 * host code.
 */
public final class VolunteersInMemory extends Volunteers {
    private static final int WRONG_PINS = 5;
    private final Map<AccountId, Pin> pins = new HashMap<>();
    private final Map<AccountId, Volunteer> volunteers = new HashMap<>();
    private final Map<PhoneNumber, AccountId> owners = new HashMap<>();
    private final Map<AccountId, String> codes = new HashMap<>();
    private final Set<AccountId> newPinDue = new HashSet<>();
    private final Map<Optional<PhoneNumber>, Integer> wrong = new HashMap<>();

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public VolunteersInMemory() {
        super(null, null, null, null, null, null, null, null, null);
    }

    public Volunteer certified(String id, String pin, Language... languages) {
        return trained(Training.CERTIFIED, id, pin, languages);
    }

    public Volunteer trained(Training training, String id, String pin, Language... languages) {
        AccountId account = new AccountId(id);
        Volunteer volunteer = new Volunteer(account, training,
                Stream.of(languages).map(Volunteer.SpokenLanguage::new).collect(Collectors.toSet()), Set.of());
        pins.put(account, new Pin(pin));
        volunteers.put(account, volunteer);
        return volunteer;
    }

    /** Who signed up and waits for approval. */
    public void pending(String id, String pin) {
        pins.put(new AccountId(id), new Pin(pin));
    }

    public void suspend(AccountId account) {
        Volunteer volunteer = find(account).orElseThrow();
        volunteer.edit(new VolunteerTerms(volunteer.training(), volunteer.languages(), volunteer.categories(),
                Optional.empty(), Optional.empty(), false, true));
    }

    /** An admin has entered this phone as the volunteer's own. */
    public void owns(AccountId account, String phone) {
        owners.put(PhoneNumber.parse(phone).orElseThrow(), account);
    }

    public Pin pinOf(AccountId account) {
        return Objects.requireNonNull(pins.get(account));
    }

    @Override
    public Optional<AccountId> ownerOf(Optional<PhoneNumber> phone) {
        return phone.map(owners::get);
    }

    @Override
    public void speaks(AccountId account, Language language) {
        find(account).orElseThrow().languageByPhone(language);
    }

    /** The web has given the volunteer this code. */
    public void hostCode(AccountId account, String code) {
        codes.put(account, code);
    }

    /** The PIN is one that is not taken any more. */
    public void newPinDue(AccountId account) {
        newPinDue.add(account);
    }

    @Override
    public boolean weak(AccountId account, Pin pin) {
        return !pin.strong();
    }

    @Override
    public SignIn signInWithCode(AccountId id, Pin pin, String code) {
        return codes.remove(id, code) ? signIn(id, pin, Optional.empty()) : new SignIn.Wrong();
    }

    @Override
    public SignIn signInRung(AccountId id, Pin pin) {
        return signIn(id, pin, Optional.empty());
    }

    @Override
    public void changePin(AccountId account, Pin pin) {
        newPinDue.remove(account);
        pins.put(account, pin);
    }

    @Override
    public Optional<Volunteer> find(AccountId account) {
        return Optional.ofNullable(volunteers.get(account));
    }

    @Override
    public SignIn signIn(AccountId id, Pin pin, Optional<PhoneNumber> callingPhone) {
        if (wrong.getOrDefault(callingPhone, 0) >= WRONG_PINS) {
            return ownerOf(callingPhone).filter(id::equals).isPresent()
                    ? new SignIn.CodeNeeded()
                    : new SignIn.Wait(Duration.ofMinutes(15));
        }
        if (!pin.equals(pins.get(id))) {
            wrong.merge(callingPhone, 1, Integer::sum);
            return new SignIn.Wrong();
        }
        return find(id).<SignIn>map(volunteer -> volunteer.suspended()
                ? new SignIn.Suspended()
                : new SignIn.Welcome(volunteer, newPinDue.contains(id))).orElseGet(SignIn.Pending::new);
    }
}
