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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.GuardedPins;
import np.saathi.account.Pin;
import np.saathi.account.PinPlace;
import np.saathi.account.Role;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/** Ten thousand guesses, wherever they come from and however long they take: ADR 0020 has the arithmetic. */
@ModuleTest(with = {"identity", "account"})
class PinGuessingTests {
    private static final int GUESSES = 10_000;
    /** Of 531,441 with six digits. */
    private static final int ALLOWED = 528_184;
    private static final double CHANCE = 0.001;
    private static final Optional<PhoneNumber> DEVIS = PhoneNumber.parse("9800000002");
    private static final Optional<PhoneNumber> ANOTHER = PhoneNumber.parse("9800000003");
    private static final Pin PIN = new Pin("482913");
    private static final Pin WRONG = new Pin("284913");
    private static final Pin WEAK = new Pin("4829");
    @Autowired
    Volunteers volunteers;
    @Autowired
    VolunteerDesk desk;
    @Autowired
    HostCodes codes;
    @Autowired
    Accounts accounts;
    @Autowired
    GuardedPins pins;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private AccountId devi = new AccountId("111111");

    @BeforeEach
    void deviHasAPhone() {
        rows.delete();
        devi = volunteerWith(PIN, DEVIS);
    }

    @Test
    void soManyPinsAreAllowed() {
        assertThat(allowed()).isEqualTo(ALLOWED);
        // 300 from elsewhere, 60 by the number, 60 on the phone that was rung: all that are ever looked at of one PIN.
        assertThat((300 + 60 + 60) / (double) ALLOWED).isLessThan(CHANCE);
        assertThat(500 / (double) ALLOWED).as("anybody's, until an admin looks").isLessThan(CHANCE);
        assertThat(3.0 / (6561 - 21)).as("of four digits, from before, by the number").isLessThan(CHANCE);
    }

    @Test
    void tenThousandFromUnknownNumbersOverYears() {
        for (int tried = 0; tried < GUESSES; tried++) {
            guessed(tried, PinPlace.ELSEWHERE); // as if no phone ever had to wait
            clock.pass(Duration.ofHours(3)); // over three years in all
        }
        assertThat(looked()).isEqualTo(30);
        assertThat(volunteers.signIn(devi, PIN, ANOTHER)).as("as a wrong one").isEqualTo(new SignIn.Wrong());
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).as("her own phone").isInstanceOf(SignIn.Welcome.class);
        assertThat(volunteers.signIn(devi, PIN, ANOTHER)).as("open again").isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void aPatientGuesserIsStoppedToo() {
        for (int week = 0; week < 3; week++) {
            for (int tried = 0; tried < 29; tried++) {
                guessed(tried, PinPlace.ELSEWHERE);
            }
            clock.pass(Duration.ofDays(8));
        }
        assertThat(looked()).isEqualTo(60);
    }

    @Test
    void howeverOftenItIsOpenedThereIsAnEnd() {
        for (int tried = 0; tried < 350; tried++) {
            guessed(tried, PinPlace.ELSEWHERE);
            if (tried % 25 == 0) {
                pins.open(devi);
            }
        }
        assertThat(looked()).isEqualTo(300);
        assertThat(volunteers.signIn(devi, PIN, ANOTHER)).isEqualTo(new SignIn.Wrong());
        volunteers.changePin(devi, new Pin("739164"));
        assertThat(volunteers.signIn(devi, new Pin("739164"), ANOTHER)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void tenThousandByHerOwnNumberAndTheHostCodeLetsHerIn() {
        for (int tried = 0; tried < GUESSES; tried++) {
            guessed(tried, PinPlace.KNOWN_PHONE);
        }
        assertThat(looked()).isEqualTo(60);
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isEqualTo(new SignIn.CodeNeeded());
        assertThat(volunteers.signIn(devi, PIN, ANOTHER)).as("elsewhere").isInstanceOf(SignIn.Welcome.class);
        assertThat(volunteers.signInRung(devi, PIN)).as("rung by us").isInstanceOf(SignIn.Welcome.class);
        String code = codes.issue(devi).digits();
        assertThat(volunteers.signInWithCode(devi, PIN, code)).isInstanceOf(SignIn.Welcome.class);
        assertThat(volunteers.signInWithCode(devi, PIN, code)).as("once").isEqualTo(new SignIn.Wrong());
    }

    @Test
    void aFewByHerOwnNumberJustBeforeAGroupDoNotKeepHerOut() {
        for (int tried = 0; tried < 5; tried++) {
            assertThat(volunteers.signIn(devi, WRONG, DEVIS)).isEqualTo(new SignIn.Wrong());
        }
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isEqualTo(new SignIn.CodeNeeded());
        assertThat(volunteers.signInWithCode(devi, PIN, codes.issue(devi).digits())).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void aHostCodeEndsAfterAQuarterOfAnHourAndAfterFiveTries() {
        String late = codes.issue(devi).digits();
        clock.pass(Duration.ofMinutes(15));
        assertThat(volunteers.signInWithCode(devi, PIN, late)).isEqualTo(new SignIn.Wrong());
        String guessed = codes.issue(devi).digits();
        assertThat(rows.dump()).doesNotContain(guessed);
        String other = guessed.equals("739164") ? "739165" : "739164";
        for (int tried = 0; tried < 5; tried++) {
            assertThat(volunteers.signInWithCode(devi, PIN, other)).isEqualTo(new SignIn.Wrong());
        }
        assertThat(volunteers.signInWithCode(devi, PIN, guessed)).isEqualTo(new SignIn.Wrong());
    }

    @Test
    void allAccountsTogetherAreClosedToUnknownPhonesUntilAnAdminOpens() {
        List<AccountId> all = IntStream.range(0, 20).mapToObj(n -> volunteerWith(PIN, Optional.empty())).toList();
        for (int tried = 0; tried < 20 * 26; tried++) {
            pins.look(all.get(tried % 20), guess(tried), Role.CMHV, PinPlace.ELSEWHERE, false);
        }
        assertThat(looked()).isEqualTo(500);
        assertThat(volunteers.signIn(devi, PIN, ANOTHER)).isEqualTo(new SignIn.Wrong());
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isInstanceOf(SignIn.Welcome.class);
        assertThat(pins.health().getDetails()).containsEntry("wrongOfVolunteers", 500);
        pins.openAll();
        assertThat(volunteers.signIn(devi, PIN, ANOTHER)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void manyAtOnceGainNothing() throws Exception {
        AtomicInteger phone = new AtomicInteger();
        Callable<SignIn> tries = () -> volunteers.signIn(devi, WRONG, number(phone.incrementAndGet()));
        try (ExecutorService calls = Executors.newFixedThreadPool(16)) {
            for (Future<SignIn> answer : calls.invokeAll(Collections.nCopies(50, tries))) {
                assertThat(answer.get()).isEqualTo(new SignIn.Wrong());
            }
        }
        assertThat(looked()).isEqualTo(30);
    }

    @Test
    void aWeakPinOpensFromHerOwnPhoneOnlyAndIsGuessedThreeTimesAtMost() {
        accounts.setPin(devi, WEAK);
        assertThat(volunteers.signIn(devi, WEAK, ANOTHER)).isEqualTo(new SignIn.Wrong());
        assertThat(volunteers.signIn(devi, WEAK, DEVIS)).isInstanceOfSatisfying(SignIn.Welcome.class,
                welcome -> assertThat(welcome.newPinDue()).isTrue());
        for (int tried = 0; tried < 6; tried++) {
            volunteers.signIn(devi, new Pin(Integer.toString(5111 + tried % 9)), DEVIS);
        }
        assertThat(looked()).isEqualTo(3);
        assertThat(volunteers.signIn(devi, WEAK, DEVIS)).isEqualTo(new SignIn.CodeNeeded());
        volunteers.changePin(devi, PIN);
        clock.pass(Duration.ofMinutes(15));
        assertThat(volunteers.signIn(devi, PIN, DEVIS)).isInstanceOfSatisfying(SignIn.Welcome.class,
                welcome -> assertThat(welcome.newPinDue()).isFalse());
    }

    @Test
    void whatOthersWouldGuessIsNoPinForAVolunteer() {
        for (String pin : List.of("4829", "48291", "111111", "123456", "987654", "112233", "482482", "121212", "112112",
                "98765432", "222333")) {
            assertThat(volunteers.weak(devi, new Pin(pin))).as(pin).isTrue();
        }
        assertThat(volunteers.weak(devi, new Pin(devi.value()))).as("the id").isTrue();
        AccountId ekta = volunteerWith(PIN, PhoneNumber.parse("9846135279"));
        assertThat(volunteers.weak(ekta, new Pin("613527"))).as("of the phone").isTrue();
        assertThat(volunteers.weak(devi, PIN)).isFalse();
    }

    private void guessed(int n, PinPlace place) {
        pins.look(devi, guess(n), Role.CMHV, place, false);
    }

    private AccountId volunteerWith(Pin pin, Optional<PhoneNumber> phone) {
        Volunteer made = volunteers.register(pin, Training.CERTIFIED, Set.of(Language.NEPALI), Set.of());
        desk.agree(made.account(), new VolunteerTerms(made.training(), made.languages(), made.categories(),
                Optional.empty(), Optional.empty(), false, false), phone, made.version());
        return made.account();
    }

    /** Wrong PINs that were looked at. */
    private int looked() {
        return rows.sum("SELECT COALESCE(SUM(ever), 0) FROM pin_budget");
    }

    private static Optional<PhoneNumber> number(int n) {
        return PhoneNumber.parse("98000%05d".formatted(10_000 + n % 90_000));
    }

    private static Pin guess(int n) {
        return new Pin("73" + digits(n, 4));
    }

    private static String digits(int n, int length) {
        StringBuilder digits = new StringBuilder();
        for (int left = n, place = 0; place < length; place++, left /= 9) {
            digits.append(1 + left % 9);
        }
        return digits.toString();
    }

    private static long allowed() {
        return IntStream.range(0, 531_441).filter(n -> new Pin(digits(n, 6)).strong()).count();
    }
}
