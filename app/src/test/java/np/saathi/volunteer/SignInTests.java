package np.saathi.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

@ModuleTest(with = {"identity", "account"})
class SignInTests {
    private static final Optional<PhoneNumber> THIEFS = PhoneNumber.parse("9800000001");
    private static final Optional<PhoneNumber> DEVIS = PhoneNumber.parse("9800000002");
    private static final Pin PIN = new Pin("482913");
    private static final Pin WRONG = new Pin("284913");
    @Autowired
    Volunteers volunteers;
    @Autowired
    VolunteerDesk desk;
    @Autowired
    Accounts accounts;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private AccountId devi = new AccountId("111111");

    @BeforeEach
    void registerDevi() {
        rows.delete();
        devi = volunteers
                .register(PIN, Training.CERTIFIED, Set.of(Language.NEPALI, Language.ENGLISH), Set.of("stress", "grief"))
                .account();
    }

    @Test
    void theRightPinIsWelcome() {
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isInstanceOfSatisfying(SignIn.Welcome.class, welcome -> {
            assertThat(welcome.volunteer().account()).isEqualTo(devi);
            assertThat(welcome.volunteer().training()).isEqualTo(Training.CERTIFIED);
            assertThat(welcome.volunteer().languages()).containsExactlyInAnyOrder(Language.NEPALI, Language.ENGLISH);
            assertThat(welcome.volunteer().categories()).containsExactlyInAnyOrder("stress", "grief");
        });
    }

    @Test
    void aPhoneThatAnAdminEnteredIsKnownAsItsOwners() {
        assertThat(volunteers.ownerOf(DEVIS)).isEmpty();
        agree(false, DEVIS);
        assertThat(volunteers.ownerOf(DEVIS)).contains(devi);
        assertThat(volunteers.ownerOf(THIEFS)).isEmpty();
        assertThat(volunteers.ownerOf(Optional.empty())).isEmpty();
        assertThat(rows.dump()).doesNotContain("9800000002");
        agree(false, THIEFS);
        assertThat(volunteers.ownerOf(DEVIS)).as("the old one is forgotten").isEmpty();
    }

    @Test
    void aPhoneThatTwoVolunteersShareIsNobodysOwn() {
        agree(false, DEVIS);
        AccountId ekta = volunteers.register(PIN, Training.CERTIFIED, Set.of(Language.NEPALI), Set.of()).account();
        Volunteer sister = volunteers.find(ekta).orElseThrow();
        desk.agree(ekta, terms(sister, false), DEVIS, sister.version());
        assertThat(volunteers.ownerOf(DEVIS)).isEmpty();
    }

    @Test
    void whoIsSuspendedIsToldSoOnlyByTheRightPin() {
        agree(true, Optional.empty());
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isEqualTo(new SignIn.Suspended());
        assertThat(volunteers.signIn(devi, WRONG, DEVIS)).isEqualTo(new SignIn.Wrong());
        agree(false, Optional.empty());
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void whoWaitsForApprovalIsToldSo() {
        AccountId hopeful = volunteers.apply(Language.NEPALI, Optional.empty()).id();
        accounts.setPin(hopeful, PIN);
        assertThat(volunteers.signIn(hopeful, PIN, DEVIS)).isEqualTo(new SignIn.Pending());
    }

    @Test
    void theChosenLanguageAndPinStay() {
        volunteers.speaks(devi, Language.ENGLISH);
        volunteers.changePin(devi, new Pin("739164"));
        assertThat(volunteers.find(devi).orElseThrow().languageByPhone()).contains(Language.ENGLISH);
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isEqualTo(new SignIn.Wrong());
        assertThat(volunteers.signIn(devi, new Pin("739164"), DEVIS)).isInstanceOf(SignIn.Welcome.class);
    }

    private void agree(boolean suspended, Optional<PhoneNumber> phone) {
        Volunteer volunteer = volunteers.find(devi).orElseThrow();
        desk.agree(devi, terms(volunteer, suspended), phone, volunteer.version());
    }

    private static VolunteerTerms terms(Volunteer volunteer, boolean suspended) {
        return new VolunteerTerms(volunteer.training(), volunteer.languages(), volunteer.categories(),
                Optional.empty(), Optional.empty(), false, suspended);
    }

    @Test
    void fiveWrongPinsMakeThatPhoneWaitAndNeverTheOwner() {
        wrong(5, THIEFS);
        assertThat(volunteers.signIn(devi, PIN, THIEFS)).isEqualTo(new SignIn.Wait(Duration.ofMinutes(15)));
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void fourWrongPinsAreForgivenToTheRightOne() {
        wrong(4, DEVIS);
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void theWaitIsOverAfterFifteenMinutesAndTryingDoesNotProlongIt() {
        wrong(5, THIEFS);
        clock.pass(Duration.ofMinutes(10));
        assertThat(volunteers.signIn(devi, WRONG, THIEFS)).isEqualTo(new SignIn.Wait(Duration.ofMinutes(5)));
        clock.pass(Duration.ofMinutes(5));
        assertThat(volunteers.signIn(devi, PIN, THIEFS)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void withheldNumbersWaitTogetherForOneAccountOnly() {
        wrong(5, Optional.empty());
        assertThat(volunteers.signIn(devi, PIN, Optional.empty())).isInstanceOf(SignIn.Wait.class);
        AccountId ekta = volunteers.register(PIN, Training.CERTIFIED, Set.of(Language.NEPALI), Set.of()).account();
        assertThat(volunteers.signIn(ekta, PIN, Optional.empty())).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void anOwnAccountDoesNotWipeOutWrongPins() {
        Pin own = new Pin("739164");
        AccountId thief = volunteers.register(own, Training.TRAINEE, Set.of(), Set.of()).account();
        wrong(4, THIEFS);
        assertThat(volunteers.signIn(thief, own, THIEFS)).isInstanceOf(SignIn.Welcome.class);
        wrong(1, THIEFS);
        assertThat(volunteers.signIn(thief, own, THIEFS)).isInstanceOf(SignIn.Wait.class);
    }

    @Test
    void manyTriesAtOnceGainNothing() throws Exception {
        Callable<SignIn> tries = () -> volunteers.signIn(devi, WRONG, THIEFS);
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            int looked = 0;
            for (Future<SignIn> answer : calls.invokeAll(Collections.nCopies(12, tries))) {
                looked += answer.get() instanceof SignIn.Wrong ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
        }
    }

    @Test
    void anUnknownIdAndACallersIdAreAnsweredLikeAWrongPin() {
        AccountId caller = accounts.create(Role.USER).id();
        accounts.setPin(caller, PIN);
        AccountId unknown = List.of("999999", "999998").stream().map(AccountId::new)
                .filter(id -> accounts.find(id).isEmpty()).findFirst().orElseThrow();
        assertThat(volunteers.signIn(caller, PIN, DEVIS)).isEqualTo(new SignIn.Wrong());
        assertThat(volunteers.signIn(unknown, PIN, DEVIS)).isEqualTo(new SignIn.Wrong());
    }

    @Test
    void theCountHoldsNoNumberAndGoesInTime() {
        wrong(1, THIEFS);
        assertThat(rows.dump()).doesNotContain("9800000001");
        clock.pass(Duration.ofMinutes(16));
        wrong(1, DEVIS);
        assertThat(rows.in("sign_in_attempt")).isOne();
    }

    private void wrong(int times, Optional<PhoneNumber> phone) {
        for (int i = 0; i < times; i++) {
            assertThat(volunteers.signIn(devi, WRONG, phone)).isEqualTo(new SignIn.Wrong());
        }
    }
}
