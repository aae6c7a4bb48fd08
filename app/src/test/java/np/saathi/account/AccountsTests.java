package np.saathi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;
import np.saathi.identity.Encryptor;

@ModuleTest(with = "identity")
class AccountsTests {
    private static final Pin PIN = new Pin("482913");
    @Autowired
    Accounts accounts;
    @Autowired
    AccountRepository repository;
    @Autowired
    AccountUse use;
    @Autowired
    Encryptor encryptor;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    Rows rows;
    @Autowired
    PinBudgets pinBudgets;
    @Autowired
    TestClock clock;

    @Test
    void anIdIsSixDigitsWithoutZeroAndNobodyElses() {
        Set<AccountId> ids = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            ids.add(accounts.create(Role.USER).id());
        }
        assertThat(ids).hasSize(200).allMatch(id -> id.value().matches("[1-9]{6}"));
    }

    @Test
    void anAccountIsReadAsItWasWritten() {
        Account made = accounts.create(Role.CMHV);
        Account read = accounts.find(made.id()).orElseThrow();
        assertThat(read.role()).isEqualTo(Role.CMHV);
        assertThat(read.nickname()).isEqualTo(made.nickname());
        assertThat(read.createdAt()).isEqualTo(clock.instant());
    }

    @Test
    void aPinOpensItsOwnAccountOnly() {
        AccountId devi = withPin();
        AccountId other = accounts.create(Role.CMHV).id();
        assertThat(accounts.unlock(devi, PIN)).map(Account::id).contains(devi);
        assertThat(accounts.unlock(devi, new Pin("482914"))).isEmpty();
        assertThat(accounts.unlock(other, PIN)).as("an account without a PIN").isEmpty();
        assertThat(accounts.unlock(unknown(), PIN)).isEmpty();
    }

    @Test
    void aPasswordIsNoPin() {
        AccountId admin = accounts.create(Role.ADMIN).id();
        accounts.setPassword(admin, new Password("१२३४५६७८९०१२ and more"));
        assertThat(accounts.unlock(admin, new Password("१२३४५६७८९०१२ and more"))).isPresent();
        assertThat(accounts.unlock(admin, new Password("another password"))).isEmpty();
        assertThat(accounts.unlock(admin, PIN)).isEmpty();
    }

    /** 16 MiB and two rounds: what Spring Security recommends; other tests hash at less cost. */
    @Test
    void inProductionASecretIsDearToTry() {
        assertThat(PasswordHashing.argon2().encode("482913")).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
    }

    @Test
    void neitherThePinNorItsHashCanBeReadInTheDatabase() {
        withPin();
        assertThat(rows.dump()).doesNotContain(PIN.digits()).doesNotContain("argon2");
    }

    @Test
    void anUnknownIdTakesAsMuchWorkAsAWrongPin() {
        Accounts asInProduction = new Accounts(repository, use, new Secrets(PasswordHashing.argon2(), encryptor),
                pinBudgets, clock, events);
        AccountId devi = accounts.create(Role.CMHV).id();
        asInProduction.setPin(devi, PIN);
        Duration wrong = workOf(() -> asInProduction.unlock(devi, new Pin("1111")));
        Duration unknown = workOf(() -> asInProduction.unlock(unknown(), new Pin("1111")));
        // Loose, for caches and compilers; without the work for unknown ids it is a hundredfold.
        assertThat(unknown).isBetween(wrong.dividedBy(4), wrong.multipliedBy(4));
    }

    @Test
    void secretsPrintRedacted() {
        assertThat(PIN.toString()).doesNotContain("4829");
        assertThat(new Password("a long password").toString()).doesNotContain("long");
    }

    @Test
    void aZeroIsInNoIdAndNoPin() {
        assertThat(AccountId.parse("123450")).isEmpty();
        assertThat(Pin.parse("1230")).isEmpty();
        assertThat(Pin.parse("123")).isEmpty();
        assertThatThrownBy(() -> new Pin("123456789")).hasMessageNotContaining("123456789");
    }

    private AccountId withPin() {
        AccountId id = accounts.create(Role.CMHV).id();
        accounts.setPin(id, PIN);
        return id;
    }

    private AccountId unknown() {
        AccountId id = AccountId.random();
        return accounts.find(id).isEmpty() ? id : unknown();
    }

    /** The processor's time, not the clock's: the machine may be busy with others. */
    private static Duration workOf(Runnable work) {
        work.run();
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long start = processor.getCurrentThreadCpuTime();
        for (int i = 0; i < 5; i++) {
            work.run();
        }
        return Duration.ofNanos(processor.getCurrentThreadCpuTime() - start);
    }
}
