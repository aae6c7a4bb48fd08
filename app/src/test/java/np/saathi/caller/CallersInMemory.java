package np.saathi.caller;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.dao.DataAccessResourceFailureException;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/** Knows callers as {@link Callers} does, for as long as a test takes. */
public final class CallersInMemory extends Callers {
    private final Map<PhoneNumber, Caller> known = new HashMap<>();
    private final Map<AccountId, Caller> onTheWeb = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private boolean away;

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public CallersInMemory() {
        super(null, null, null, null, null);
    }

    /** Whether the database cannot be reached from now on. */
    public void away(boolean isAway) {
        away = isAway;
    }

    private void mustBeThere() {
        if (away) {
            throw new DataAccessResourceFailureException("no database in this test");
        }
    }

    /** How many callers there are of whom anything is kept. */
    public int remembered() {
        return known.size();
    }

    /** The caller who has this phone. */
    public Caller of(String number) {
        return known(PhoneNumber.parse(number)).orElseThrow();
    }

    @Override
    public Optional<Caller> known(Optional<PhoneNumber> number) {
        mustBeThere();
        return number.map(known::get);
    }

    @Override
    public Caller remember(PhoneNumber number, Language language) {
        mustBeThere();
        return known.computeIfAbsent(number, _ -> new Caller(Optional.of(new AccountId("11111" + (known.size() + 1))),
                language, Optional.empty()));
    }

    /** Somebody signed up on the web. */
    public Caller signUp(AccountId id, Language language) {
        Caller caller = new Caller(Optional.of(id), language, Optional.empty());
        onTheWeb.put(id, caller);
        return caller;
    }

    @Override
    public Optional<Caller> find(AccountId account) {
        mustBeThere();
        return Stream.concat(known.values().stream(), onTheWeb.values().stream())
                .filter(caller -> caller.account().equals(Optional.of(account))).findFirst();
    }

    @Override
    public void link(PhoneNumber number, AccountId account) {
        known.put(number, find(account).orElseThrow());
    }

    @Override
    public void forget(AccountId account) {
        mustBeThere();
        known.values().removeIf(caller -> caller.account().equals(Optional.of(account)));
        onTheWeb.remove(account);
    }

    @Override
    public void speaks(Caller caller, Language language) {
        caller.account().ifPresent(_ -> mustBeThere());
        keep(caller, old -> old.speaking(language));
    }

    @Override
    public void chose(Caller caller, String category) {
        keep(caller, old -> new Caller(old.account(), old.language(), Optional.of(category),
                old.disguised()));
    }

    @Override
    public void disguises(Caller caller, boolean wanted) {
        keep(caller, old -> old.disguised(wanted));
    }

    @Override
    public boolean toBeToldOfTalk(AccountId caller, LocalDate day) {
        return told.add(caller + " on " + day);
    }

    private void keep(Caller caller, java.util.function.UnaryOperator<Caller> change) {
        known.replaceAll((_, one) -> caller.account().isPresent() && one.account().equals(caller.account())
                ? change.apply(one)
                : one);
    }
}
