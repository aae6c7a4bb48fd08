package np.saathi.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Role;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;
import np.saathi.identity.Hashers;
import np.saathi.identity.NumberHasher;
import np.saathi.operation.Operation;
import np.saathi.prompt.Language;
import np.saathi.retention.Retention;
import np.saathi.telephony.PhoneNumber;
import np.saathi.web.Problem;

@ModuleTest(with = {"identity", "account", "operation"})
class BansTests {
    private static final Optional<PhoneNumber> ASHA = PhoneNumber.parse("9841000001");
    private static final Optional<PhoneNumber> BIKASH = PhoneNumber.parse("9841000002");
    private static final AccountId ADMIN = new AccountId("999999");
    @Autowired
    Bans bans;
    @Autowired
    BanRetention retention;
    @Autowired
    TestPhones testPhones;
    @Autowired
    Callers callers;
    @Autowired
    CallerKeys keys;
    @Autowired
    NumberHasher hasher;
    @Autowired
    Accounts accounts;
    @Autowired
    Operation operation;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private AccountId asha = ADMIN;

    @BeforeEach
    void ashaAndBikashAreKnown() {
        rows.delete();
        asha = callers.remember(ASHA.orElseThrow(), Language.NEPALI).account().orElseThrow();
        callers.remember(BIKASH.orElseThrow(), Language.NEPALI);
    }

    @Test
    void aBanIsOnThePhoneForThirtyDays() {
        Ban ban = bans.ban(asha, Ban.Reason.THREATS, Optional.empty(), ADMIN);
        assertThat(bans.on(ASHA)).contains(ban);
        assertThat(bans.on(BIKASH)).isEmpty();
        assertThat(bans.on(Optional.empty())).as("a withheld number").isEmpty();
        assertThat(ban.until()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(bans.daysLeft(ban)).isEqualTo(30);
        clock.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(bans.on(ASHA)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(bans.on(ASHA)).isEmpty();
    }

    @Test
    void aBanOutlivesItsAccountAndNamesNoAccount() {
        bans.ban(asha, Ban.Reason.MISUSE, Optional.of(10), ADMIN);
        jdbc.sql("DELETE FROM account WHERE id = ?").param(asha.value()).update();
        assertThat(bans.on(ASHA)).isPresent();
        assertThat(rows.dump()).doesNotContain(asha.value()).doesNotContain("9841000001");
        callers.remember(ASHA.orElseThrow(), Language.NEPALI);
        assertThat(bans.on(ASHA)).as("a new account of the same phone").isPresent();
    }

    @Test
    void aNewKeyKeepsTheBan() {
        Hashers hashers = new Hashers();
        NumberHasher before = hashers.beforeRotation();
        jdbc.sql("UPDATE caller_key SET hash = ?, key_version = ? WHERE account_id = ?").params(
                before.hash(ASHA.orElseThrow()).hex(), before.hash(ASHA.orElseThrow()).keyVersion(), asha.value())
                .update();
        bans.ban(asha, Ban.Reason.MISUSE, Optional.empty(), ADMIN);
        NumberHasher after = hashers.afterRotation();
        assertThat(new Bans(jdbc, keys, after, operation, clock).on(ASHA)).isPresent();
        assertThat(jdbc.sql("SELECT hash FROM ban_phone").query(String.class).list())
                .containsExactly(after.hash(ASHA.orElseThrow()).hex());
    }

    @Test
    void whoseNumberIsNotRememberedCannotBeBanned() {
        AccountId onTheWebOnly = accounts.create(Role.USER).id();
        assertThatThrownBy(() -> bans.ban(onTheWebOnly, Ban.Reason.MISUSE, Optional.empty(), ADMIN))
                .isInstanceOf(Problem.class);
        assertThat(rows.in("ban")).isZero();
    }

    @Test
    void noBanIsLongerThanNinetyDays() {
        assertThatThrownBy(() -> bans.ban(asha, Ban.Reason.MISUSE, Optional.of(91), ADMIN))
                .isInstanceOf(IllegalArgumentException.class);
        Ban ban = bans.ban(asha, Ban.Reason.MISUSE, Optional.of(90), ADMIN);
        clock.pass(Duration.ofDays(10));
        assertThatThrownBy(() -> bans.review(ban.id(), 0, Ban.Reason.MISUSE, 91, ADMIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bans.review(ban.id(), 0, Ban.Reason.MISUSE, 90, ADMIN).until()).isEqualTo(ban.until());
    }

    @Test
    void aBanIsDueForReviewAfterAWeekUntilSomebodyLooks() {
        Ban ban = bans.ban(asha, Ban.Reason.THREATS, Optional.empty(), ADMIN);
        assertThat(bans.list(true, 0, 10)).isEmpty();
        clock.pass(Duration.ofDays(7));
        assertThat(bans.list(true, 0, 10)).containsExactly(ban);
        assertThat(bans.count(true)).isOne();
        Ban reviewed = bans.review(ban.id(), 0, Ban.Reason.MISUSE, 14, ADMIN);
        assertThat(reviewed.until()).isEqualTo(ban.at().plus(Duration.ofDays(14)));
        assertThat(reviewed.reviewed()).contains(new Ban.Review(ADMIN, clock.instant()));
        assertThat(bans.list(true, 0, 10)).isEmpty();
        assertThat(bans.list(false, 0, 10)).containsExactly(reviewed);
        assertThatThrownBy(() -> bans.review(ban.id(), 0, Ban.Reason.MISUSE, 14, ADMIN))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void aLiftedBanLeavesNothing() {
        Ban ban = bans.ban(asha, Ban.Reason.THREATS, Optional.empty(), ADMIN);
        assertThatThrownBy(() -> bans.lift(ban.id(), 5)).isInstanceOf(OptimisticLockingFailureException.class);
        bans.lift(ban.id(), 0);
        assertThat(bans.on(ASHA)).isEmpty();
        assertThat(rows.in("ban_phone")).isZero();
    }

    @Test
    void aBanThatIsOverIsForgottenAndNoOther() {
        bans.ban(asha, Ban.Reason.MISUSE, Optional.of(5), ADMIN);
        AccountId bikash = callers.known(BIKASH).orElseThrow().account().orElseThrow();
        bans.ban(bikash, Ban.Reason.MISUSE, Optional.of(6), ADMIN);
        clock.pass(Duration.ofDays(5));
        assertThat(retention.forget(clock.instant(), Retention.DEFAULT)).isOne();
        assertThat(rows.in("ban")).isOne();
        assertThat(rows.in("ban_phone")).isOne();
        assertThat(bans.on(BIKASH)).isPresent();
    }

    @Test
    void testPhonesAreKnownWithoutTheirNumbers() {
        TestPhones.TestPhone office = testPhones.add("the office", PhoneNumber.parse("9851000009").orElseThrow());
        assertThat(testPhones.isTest(PhoneNumber.parse("+977 985-1000009"))).isTrue();
        assertThat(testPhones.isTest(ASHA)).isFalse();
        assertThat(testPhones.isTest(Optional.empty())).isFalse();
        assertThat(rows.dump()).doesNotContain("9851000009");
        assertThat(testPhones.all()).containsExactly(office);
        assertThat(testPhones.remove(office.id())).isTrue();
        assertThat(testPhones.remove(office.id())).isFalse();
        assertThat(testPhones.isTest(PhoneNumber.parse("9851000009"))).isFalse();
    }

    @Test
    void testPhonesOutliveTheirKey() {
        Hashers hashers = new Hashers();
        Optional<PhoneNumber> office = PhoneNumber.parse("9851000009");
        var unused = new TestPhones(jdbc, hashers.beforeRotation()).add("the office", office.orElseThrow());
        NumberHasher after = hashers.afterRotation();
        assertThat(new TestPhones(jdbc, after).isTest(office)).isTrue();
        assertThat(jdbc.sql("SELECT hash FROM test_phone").query(String.class).list())
                .containsExactly(after.hash(office.orElseThrow()).hex());
    }
}
