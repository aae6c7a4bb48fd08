package np.saathi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;
import np.saathi.retention.Retention;

@ModuleTest(with = "identity")
class UnusedAccountsTests {
    private static final Password PASSWORD = new Password("a long enough password");
    @Autowired
    Accounts accounts;
    @Autowired
    UnusedAccounts unused;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;

    @BeforeEach
    void noAccounts() {
        rows.delete();
    }

    @Test
    void anAccountThatNobodyUsedForAYearIsForgotten() {
        AccountId asha = accounts.create(Role.USER).id();
        clock.pass(Duration.ofDays(365));
        assertThat(unused.forget(clock.instant(), Retention.DEFAULT)).as("on the line").isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(unused.forget(clock.instant(), Retention.DEFAULT)).isOne();
        assertThat(accounts.find(asha)).isEmpty();
    }

    @Test
    void whoSignsInOrCallsIsKeptForAnotherYear() {
        AccountId asha = accounts.create(Role.USER).id();
        accounts.setPassword(asha, PASSWORD);
        AccountId bikash = accounts.create(Role.USER).id();
        AccountId chandra = accounts.create(Role.USER).id();
        clock.pass(Duration.ofDays(300));
        accounts.unlock(asha, PASSWORD);
        accounts.used(bikash);
        accounts.unlock(chandra, PASSWORD);
        clock.pass(Duration.ofDays(100));
        assertThat(unused.forget(clock.instant(), Retention.DEFAULT)).isOne();
        assertThat(accounts.find(chandra)).as("a wrong password is no use of it").isEmpty();
        clock.pass(Duration.ofDays(264));
        assertThat(unused.forget(clock.instant(), Retention.DEFAULT)).isZero();
        clock.pass(Duration.ofDays(3));
        assertThat(unused.forget(clock.instant(), Retention.DEFAULT)).isEqualTo(2);
    }

    @Test
    void accountsOfVolunteersAndAdminsAreNotForgottenByThemselves() {
        accounts.create(Role.CMHV);
        accounts.create(Role.ADMIN);
        clock.pass(Duration.ofDays(1000));
        assertThat(unused.forget(clock.instant(), Retention.DEFAULT)).isZero();
    }
}
