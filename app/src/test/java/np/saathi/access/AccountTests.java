package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Password;
import np.saathi.account.Pin;
import np.saathi.account.Role;
import np.saathi.caller.Callers;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

@WebTest
class AccountTests {
    private static final PhoneNumber PHONE = PhoneNumber.parse("9841000001").orElseThrow();
    private static final String NEW = "another password now";
    @Autowired
    Clients clients;
    @Autowired
    Accounts accounts;
    @Autowired
    Callers callers;
    @Autowired
    Rows rows;

    @BeforeEach
    void nobodyIsThere() {
        rows.delete();
    }

    @Test
    void eachReadsTheirOwnAccount() {
        assertThat(clients.volunteer().get("/account")).bodyJson().extractingPath("$.language").isEqualTo("ne");
        assertThat(clients.admin().get("/account")).bodyJson().doesNotHavePath("$.language").extractingPath("$.role")
                .isEqualTo("ADMIN");
    }

    @Test
    void aNewPasswordSignsOthersOut() {
        Client asha = clients.caller();
        Client thief = clients.stranger().login(asha.id(), Clients.PASSWORD.text());
        assertThat(asha.post("/account/password", passwords(Clients.PASSWORD.text(), NEW)))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(asha.get("/account")).hasStatusOk();
        Client.assertProblem(thief.get("/account"), HttpStatus.UNAUTHORIZED, "signed-out");
        clients.stranger().login(asha.id(), NEW);
        assertThat(accounts.unlock(asha.id(), Clients.PASSWORD)).isEmpty();
    }

    @Test
    void whoFindsABrowserSignedInCantTakeTheAccount() {
        Client asha = clients.caller();
        Client.assertProblem(asha.post("/account/password", passwords("a wrong password", NEW)),
                HttpStatus.UNPROCESSABLE_CONTENT, "wrong-password");
        Client.assertProblem(asha.post("/account/pin", pin("a wrong password", "582914")),
                HttpStatus.UNPROCESSABLE_CONTENT, "wrong-password");
        assertThat(accounts.unlock(asha.id(), Clients.PASSWORD)).isPresent();
        assertThat(accounts.unlock(asha.id(), new Pin("582914"))).isEmpty();
    }

    @Test
    void aNewPinOpensTheAccountByPhone() {
        Client devi = clients.volunteer();
        assertThat(devi.post("/account/pin", pin(Clients.PASSWORD.text(), "582914"))).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(accounts.unlock(devi.id(), new Pin("582914"))).isPresent();
        for (String guessed : new String[]{"1111", "1234", "87654321"}) {
            Client.assertProblem(devi.post("/account/pin", pin(Clients.PASSWORD.text(), guessed)),
                    HttpStatus.UNPROCESSABLE_CONTENT, "weak-pin");
        }
        Client.assertProblem(devi.post("/account/pin", pin(Clients.PASSWORD.text(), "1230")), HttpStatus.BAD_REQUEST,
                "invalid");
    }

    @Test
    void whoIsKnownByPhoneSignsInOnTheWebAsTheSame() {
        AccountId asha = callers.remember(PHONE, Language.ENGLISH).account().orElseThrow();
        accounts.setPin(asha, new Pin("582914"));
        assertThat(clients.stranger().post("/account/claim", claim(asha, "582914"))).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(clients.stranger().login(asha, NEW).get("/account")).bodyJson().extractingPath("$.language")
                .isEqualTo("en");
        Client.assertProblem(clients.stranger().post("/account/claim", claim(asha, "582914")), HttpStatus.CONFLICT,
                "has-password");
    }

    @Test
    void pinsAreGuessedFourTimesAnHour() {
        AccountId asha = callers.remember(PHONE, Language.ENGLISH).account().orElseThrow();
        accounts.setPin(asha, new Pin("582914"));
        for (int i = 0; i < 4; i++) {
            Client.assertProblem(clients.stranger().post("/account/claim", claim(asha, "582913")),
                    HttpStatus.UNAUTHORIZED, "wrong-credentials");
        }
        MvcTestResult refused = clients.stranger().post("/account/claim", claim(asha, "582914"));
        Client.assertProblem(refused, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
        assertThat(refused).hasHeader("Retry-After", "900");
    }

    @Test
    void aPinOpensNoAdminsAccountOnTheWeb() {
        AccountId admin = accounts.create(Role.ADMIN).id();
        accounts.setPin(admin, new Pin("582914"));
        Client.assertProblem(clients.stranger().post("/account/claim", claim(admin, "582914")),
                HttpStatus.UNAUTHORIZED, "wrong-credentials");
    }

    @Test
    void whoWantsToBeForgottenIs() {
        AccountId asha = callers.remember(PHONE, Language.ENGLISH).account().orElseThrow();
        Client here = clients.withPassword(asha);
        Client there = clients.stranger().login(asha, Clients.PASSWORD.text());
        assertThat(here.delete("/account")).hasStatus(HttpStatus.NO_CONTENT);
        for (Client any : new Client[]{here, there}) {
            Client.assertProblem(any.get("/account"), HttpStatus.UNAUTHORIZED, "signed-out");
        }
        assertThat(callers.known(Optional.of(PHONE))).isEmpty();
        assertThat(rows.all() - rows.in("rate_limit")).isZero();
        assertThat(rows.dump()).doesNotContain(asha.value());
    }

    @Test
    void theLastAdminStays() {
        Client one = clients.admin();
        Client other = clients.admin();
        assertThat(one.delete("/account")).hasStatus(HttpStatus.NO_CONTENT);
        Client.assertProblem(other.delete("/account"), HttpStatus.CONFLICT, "last-admin");
        assertThat(other.get("/account")).hasStatusOk();
    }

    @Test
    void aPhoneIsLinkedToAnAccountOfTheWeb() {
        AccountId byPhone = callers.remember(PHONE, Language.NEPALI).account().orElseThrow();
        AccountId onTheWeb = callers.signUp(Language.ENGLISH, Optional.of("grief")).id();
        accounts.setPassword(onTheWeb, new Password(NEW));
        callers.link(PHONE, onTheWeb);
        callers.link(PHONE, onTheWeb);
        assertThat(callers.known(Optional.of(PHONE)).orElseThrow().account()).contains(onTheWeb);
        assertThat(accounts.find(byPhone)).as("nothing opened it any more").isEmpty();
    }

    @Test
    void whatAPinStillOpensIsNotForgottenWhenItsPhoneIsLinkedElsewhere() {
        AccountId byPhone = callers.remember(PHONE, Language.NEPALI).account().orElseThrow();
        accounts.setPin(byPhone, new Pin("582914"));
        callers.link(PHONE, callers.signUp(Language.ENGLISH, Optional.empty()).id());
        assertThat(accounts.find(byPhone)).isPresent();
    }

    private static String passwords(String current, String password) {
        return "{\"current\": \"%s\", \"password\": \"%s\"}".formatted(current, password);
    }

    private static String pin(String password, String pin) {
        return "{\"password\": \"%s\", \"pin\": \"%s\"}".formatted(password, pin);
    }

    private static String claim(AccountId id, String pin) {
        return "{\"id\": \"%s\", \"pin\": \"%s\", \"password\": \"%s\"}".formatted(id, pin, NEW);
    }
}
