package np.saathi.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Pin;
import np.saathi.account.Role;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/** Secret numbers by phone: on one's own, and on any other. */
@ModuleTest(with = {"identity", "account", "operation"})
class CallerPinsTests {
    private static final Optional<PhoneNumber> ASHAS_PHONE = PhoneNumber.parse("9841000001");
    private static final Optional<PhoneNumber> BIKASHS_PHONE = PhoneNumber.parse("9841000002");
    private static final Pin RIGHT = new Pin("4829");
    private static final Pin WRONG = new Pin("9284");
    @Autowired
    CallerPins pins;
    @Autowired
    Callers callers;
    @Autowired
    Accounts accounts;
    @Autowired
    TestClock clock;
    @Autowired
    Rows rows;
    private AccountId asha = new AccountId("111111");

    @BeforeEach
    void ashaSignedUpOnTheWebAndSetASecretNumber() {
        rows.delete();
        asha = callers.signUp(Language.ENGLISH, Optional.of("grief")).id();
        assertThat(pins.isSet(asha)).isFalse();
        pins.set(asha, RIGHT);
        assertThat(pins.isSet(asha)).isTrue();
    }

    @Test
    void fiveWrongOnesOnTheOwnPhoneShutItForAWhileAndARightOneDoesNotCount() {
        for (int tried = 0; tried < 6; tried++) {
            assertThat(pins.opens(asha, RIGHT)).isTrue();
        }
        for (int tried = 0; tried < 5; tried++) {
            assertThat(pins.opens(asha, WRONG)).isFalse();
        }
        assertThat(pins.opens(asha, RIGHT)).isFalse();
        clock.pass(Duration.ofHours(1));
        assertThat(pins.opens(asha, RIGHT)).isTrue();
    }

    @Test
    void anyPhoneIsKnownByIdAndSecretNumberWithWhatIsPreferred() {
        assertThat(pins.recognise(asha, RIGHT, BIKASHS_PHONE)).isEqualTo(new Recognition.Known(
                new Caller(Optional.of(asha), Language.ENGLISH, Optional.of("grief"))));
        assertThat(callers.known(BIKASHS_PHONE)).as("nothing is kept of the phone").isEmpty();
    }

    @Test
    void anUnknownIdIsToldNoMoreThanAWrongSecretNumberAndStaffAreNoCallers() {
        AccountId admin = accounts.create(Role.ADMIN).id();
        accounts.setPin(admin, RIGHT);
        assertThat(pins.recognise(asha, WRONG, BIKASHS_PHONE)).isEqualTo(new Recognition.Wrong());
        assertThat(pins.recognise(admin, RIGHT, BIKASHS_PHONE)).isEqualTo(new Recognition.Wrong());
        accounts.forget(asha);
        assertThat(pins.recognise(asha, RIGHT, BIKASHS_PHONE)).isEqualTo(new Recognition.Wrong());
    }

    @Test
    void fiveWrongOnesMakeTheCallingPhoneWaitAndNeverTheOwner() {
        for (int tried = 0; tried < 5; tried++) {
            assertThat(pins.recognise(asha, WRONG, BIKASHS_PHONE)).isEqualTo(new Recognition.Wrong());
        }
        assertThat(pins.recognise(asha, RIGHT, BIKASHS_PHONE)).isEqualTo(new Recognition.Wait());
        assertThat(pins.recognise(asha, RIGHT, ASHAS_PHONE)).isInstanceOf(Recognition.Known.class);
        assertThat(pins.opens(asha, RIGHT)).isTrue();
        clock.pass(Duration.ofMinutes(14));
        assertThat(pins.recognise(asha, RIGHT, BIKASHS_PHONE)).isEqualTo(new Recognition.Wait());
        clock.pass(Duration.ofMinutes(1));
        assertThat(pins.recognise(asha, RIGHT, BIKASHS_PHONE)).isInstanceOf(Recognition.Known.class);
    }

    @Test
    void whoWithholdsTheNumberWaitsForThisAccountOnly() {
        for (int tried = 0; tried < 5; tried++) {
            assertThat(pins.recognise(asha, WRONG, Optional.empty())).isEqualTo(new Recognition.Wrong());
        }
        assertThat(pins.recognise(asha, RIGHT, Optional.empty())).isEqualTo(new Recognition.Wait());
        AccountId bikash = callers.signUp(Language.NEPALI, Optional.empty()).id();
        pins.set(bikash, RIGHT);
        assertThat(pins.recognise(bikash, RIGHT, Optional.empty())).isInstanceOf(Recognition.Known.class);
    }

    @Test
    void fortyWrongOnesFromTheOwnPhoneAreAllThereAreHoweverLongItTakes() {
        for (int tried = 0; tried < 40; tried++) {
            assertThat(pins.opens(asha, WRONG)).isFalse();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(pins.opens(asha, RIGHT)).as("not looked at").isFalse();
        pins.set(asha, RIGHT);
        assertThat(pins.opens(asha, RIGHT)).as("the same PIN again is no other").isFalse();
        pins.set(asha, new Pin("7391"));
        assertThat(pins.opens(asha, new Pin("7391"))).isTrue();
    }

    @Test
    void manyPhonesTogetherGuessTenTimesUntilTheOwnerWasThere() {
        for (int tried = 0; tried < 10; tried++) {
            assertThat(pins.recognise(asha, WRONG, PhoneNumber.parse("98410001%02d".formatted(tried))))
                    .isEqualTo(new Recognition.Wrong());
        }
        clock.pass(Duration.ofDays(400));
        assertThat(pins.recognise(asha, RIGHT, BIKASHS_PHONE)).as("not looked at").isEqualTo(new Recognition.Wrong());
        assertThat(pins.opens(asha, RIGHT)).as("the owner, on the own phone").isTrue();
        assertThat(pins.recognise(asha, RIGHT, BIKASHS_PHONE)).isInstanceOf(Recognition.Known.class);
    }

    @Test
    void whatWasCountedOfAnAccountGoesWithIt() {
        pins.opens(asha, WRONG);
        pins.recognise(asha, WRONG, BIKASHS_PHONE);
        assertThat(rows.in("rate_limit")).isEqualTo(2);
        accounts.forget(asha);
        assertThat(rows.in("rate_limit")).as("only what the phone did").isOne();
    }
}
