package np.saathi.dev.web;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Password;
import np.saathi.account.Pin;
import np.saathi.account.Role;
import np.saathi.prompt.Language;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteers;

/** Makes people and signs them in by {@code POST /login}, each from an address of their own. */
@TestComponent
public class Clients {
    /** Of everybody here. */
    public static final Password PASSWORD = new Password("a password for tests");
    private final AtomicInteger addresses = new AtomicInteger();
    private final MockMvcTester mvc;
    private final Accounts accounts;
    private final Volunteers volunteers;

    Clients(MockMvcTester mvc, Accounts accounts, Volunteers volunteers) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.volunteers = volunteers;
    }

    /** Somebody who is not signed in. */
    public Client stranger() {
        int n = addresses.incrementAndGet();
        return new Client(mvc, "203.0." + n / 250 + "." + (n % 250 + 1));
    }

    /** A new caller. */
    public Client caller() {
        return withPassword(accounts.create(Role.USER).id());
    }

    /** A new certified volunteer who speaks Nepali and English and knows the category stress. PIN 482913. */
    public Client volunteer() {
        return volunteer(Training.CERTIFIED, Set.of(Language.NEPALI, Language.ENGLISH), Set.of("stress"));
    }

    public Client volunteer(Training training, Set<Language> languages, Set<String> categories) {
        return withPassword(
                volunteers.register(new Pin("482913"), training, languages, categories).account());
    }

    /** A new admin. */
    public Client admin() {
        return withPassword(accounts.create(Role.ADMIN).id());
    }

    /** An account that there is already, with a password now. */
    public Client withPassword(AccountId id) {
        accounts.setPassword(id, PASSWORD);
        return stranger().login(id, PASSWORD.text());
    }
}
