package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.AccountId;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.volunteer.Application;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteers;

@WebTest
class SignUpTests {
    private static final String PASSWORD = "साथी सँग मनको कुरा";
    @Autowired
    Clients clients;
    @Autowired
    Volunteers volunteers;
    @Autowired
    Rows rows;

    @BeforeEach
    void nobodyIsThere() {
        rows.delete();
    }

    @Test
    void whoSignsUpHasAnIdAndANicknameAndCanSignIn() {
        MvcTestResult answer = clients.stranger().post("/signup", wish("USER", "en", "\"grief\""));
        assertThat(answer).hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.nickname").asString()
                .matches("[a-z-]+ [a-z-]+");
        AccountId asha = new AccountId(Client.text(answer, "$.id"));
        Client signedIn = clients.stranger().login(asha, PASSWORD);
        assertThat(signedIn.get("/account")).hasStatusOk().bodyJson().isEqualTo("""
                {"id": "%s", "nickname": "%s", "role": "USER", "language": "en"}
                """.formatted(asha, Client.text(answer, "$.nickname")));
        assertThat(rows.dump()).contains("grief").doesNotContain(PASSWORD);
    }

    @Test
    void whatOneCaresAboutMayBeLeftOut() {
        assertThat(clients.stranger().post("/signup", wish("USER", "ne", "null"))).hasStatus(HttpStatus.CREATED);
    }

    @Test
    void aVolunteerWaitsForApproval() {
        MvcTestResult answer = clients.stranger().post("/signup", wish("CMHV", "ne", "\"stress\""));
        assertThat(answer).hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.pending").isEqualTo(true);
        AccountId devi = new AccountId(Client.text(answer, "$.id"));
        Client.assertProblem(login(devi), HttpStatus.FORBIDDEN, "pending");
        assertThat(volunteers.pending()).extracting(Application::account, Application::language, Application::category)
                .containsExactly(tuple(devi, Language.NEPALI, Optional.of("stress")));
        assertThat(volunteers.approve(devi, Training.TRAINEE, Set.of(Language.NEPALI), Set.of("stress"))).isPresent();
        assertThat(volunteers.pending()).isEmpty();
        assertThat(volunteers.approve(devi, Training.CERTIFIED, Set.of(), Set.of())).as("twice").isEmpty();
        assertThat(login(devi)).hasStatusOk();
    }

    @Test
    void whoIsRefusedIsForgotten() {
        AccountId devi = new AccountId(
                Client.text(clients.stranger().post("/signup", wish("CMHV", "ne", "null")), "$.id"));
        assertThat(volunteers.refuse(devi)).isTrue();
        assertThat(volunteers.refuse(devi)).isFalse();
        assertThat(rows.in("account")).isZero();
        Client.assertProblem(login(devi), HttpStatus.UNAUTHORIZED, "wrong-credentials");
    }

    @Test
    void nobodyMakesThemselvesAdmin() {
        MvcTestResult answer = clients.stranger().post("/signup", wish("ADMIN", "ne", "null"));
        Client.assertProblem(answer, HttpStatus.BAD_REQUEST, "invalid");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("role");
        assertThat(rows.in("account")).isZero();
    }

    @Test
    void whatCantBeIsToldByFieldAndNothingIsMade() {
        MvcTestResult answer = clients.stranger().post("/signup",
                "{\"role\": \"USER\", \"language\": \"ne\", \"password\": \"too short\"}");
        Client.assertProblem(answer, HttpStatus.BAD_REQUEST, "invalid");
        assertThat(answer).bodyJson().extractingPath("$.errors[*].field").asArray().containsExactly("password");
        assertThat(answer).bodyText().doesNotContain("too short");
        for (String wish : List.of(wish("USER", "xx", "null"), wish("CMHV", "ne", "\"no-such\""))) {
            Client.assertProblem(clients.stranger().post("/signup", wish), HttpStatus.UNPROCESSABLE_CONTENT,
                    "unknown-choice");
        }
        assertThat(rows.in("account")).isZero();
    }

    @Test
    void oneAddressMakesThirtyAccountsAnHour() {
        Client many = clients.stranger();
        for (int i = 0; i < 30; i++) {
            assertThat(many.post("/signup", wish("USER", "ne", "null"))).hasStatus(HttpStatus.CREATED);
        }
        MvcTestResult refused = many.post("/signup", wish("USER", "ne", "null"));
        Client.assertProblem(refused, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
        assertThat(refused).hasHeader("Retry-After", "120");
    }

    @Test
    void oneKeyMakesOneAccount() {
        MvcTestResult first = signUp("one-key-000001", wish("USER", "ne", "null"));
        MvcTestResult again = signUp("one-key-000001", wish("USER", "ne", "null"));
        assertThat(first).hasStatus(HttpStatus.CREATED);
        assertThat(again).hasStatus(HttpStatus.CREATED).hasHeader("Location", "/account");
        assertThat(Client.text(again, "$.id")).isEqualTo(Client.text(first, "$.id"));
        assertThat(rows.in("account")).isOne();
        Client.assertProblem(signUp("one-key-000001", wish("USER", "en", "null")), HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused");
        assertThat(rows.dump()).as("answers are sealed").doesNotContain("nickname\"").doesNotContain("one-key");
    }

    @Test
    void whatFailedMayBeTriedAgainWithTheSameKey() {
        Client.assertProblem(signUp("one-key-000002", wish("USER", "xx", "null")), HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown-choice");
        assertThat(signUp("one-key-000002", wish("USER", "ne", "null"))).hasStatus(HttpStatus.CREATED);
        Client.assertProblem(signUp("short", wish("USER", "ne", "null")), HttpStatus.BAD_REQUEST, "idempotency-key");
    }

    private MvcTestResult signUp(String key, String wish) {
        return clients.stranger().json(HttpMethod.POST, "/signup", wish).header("Idempotency-Key", key).exchange();
    }

    private MvcTestResult login(AccountId id) {
        return clients.stranger().post("/login", "{\"id\": \"%s\", \"password\": \"%s\"}".formatted(id, PASSWORD));
    }

    private static String wish(String role, String language, String category) {
        return "{\"role\": \"%s\", \"language\": \"%s\", \"category\": %s, \"password\": \"%s\"}".formatted(role,
                language,
                category, PASSWORD);
    }
}
