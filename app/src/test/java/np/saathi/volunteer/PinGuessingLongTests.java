package np.saathi.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import np.saathi.account.Pin;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/** As {@link PinGuessingTests}, whole sign-ins with the hash of production: {@code -Plong}. */
@Tag("long")
@ModuleTest(with = {"identity", "account"})
@TestPropertySource(properties = "saathi.test.real-hashes=true")
class PinGuessingLongTests {
    private static final int GUESSES = 300;
    private static final int AT_ONCE = 8;
    private static final Optional<PhoneNumber> DEVIS = PhoneNumber.parse("9800000002");
    private static final Pin PIN = new Pin("482913");
    @Autowired
    Volunteers volunteers;
    @Autowired
    VolunteerDesk desk;
    @Autowired
    Rows rows;

    @Test
    void whileUnknownPhonesGuessTheOwnPhoneIsLetIn() throws Exception {
        rows.delete();
        Volunteer devi = volunteers.register(PIN, Training.CERTIFIED, Set.of(Language.NEPALI), Set.of());
        desk.agree(devi.account(), new VolunteerTerms(devi.training(), devi.languages(), devi.categories(),
                Optional.empty(), Optional.empty(), false, false), DEVIS, devi.version());
        List<Callable<SignIn>> guesses = new ArrayList<>();
        for (int tried = 0; tried < GUESSES; tried++) {
            Optional<PhoneNumber> another = PhoneNumber.parse("98100%05d".formatted(tried));
            Pin guess = new Pin("7" + "%05d".formatted(11_111 + tried).replace('0', '9'));
            guesses.add(() -> volunteers.signIn(devi.account(), guess, another));
        }
        try (ExecutorService calls = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<SignIn>> answers = guesses.stream().map(calls::submit).toList();
            assertThat(volunteers.signIn(devi.account(), PIN, DEVIS)).isInstanceOf(SignIn.Welcome.class);
            for (Future<SignIn> answer : answers) {
                assertThat(answer.get()).isEqualTo(new SignIn.Wrong());
            }
        }
        assertThat(volunteers.signIn(devi.account(), PIN, PhoneNumber.parse("9820000001")))
                .as("closed to unknown phones").isEqualTo(new SignIn.Wrong());
        assertThat(volunteers.signIn(devi.account(), PIN, DEVIS)).isInstanceOf(SignIn.Welcome.class);
    }
}
