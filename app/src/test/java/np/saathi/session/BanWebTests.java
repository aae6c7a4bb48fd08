package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.AccountId;
import np.saathi.caller.Bans;
import np.saathi.caller.Callers;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

@WebTest
class BanWebTests {
    private static final PhoneNumber ASHA = PhoneNumber.parse("9841000001").orElseThrow();
    @Autowired
    Clients clients;
    @Autowired
    Callers callers;
    @Autowired
    Bans bans;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;
    private AccountId asha = new AccountId("111111");

    @BeforeEach
    void ashaIsKnownAndNobodyIsBanned() {
        rows.delete();
        asha = callers.remember(ASHA, Language.NEPALI).account().orElseThrow();
    }

    @Test
    void aCallerIsBannedReviewedAndLetInAgain() {
        Client admin = clients.admin();
        MvcTestResult made = admin.post("/admin/bans",
                "{\"accountId\": \"%s\", \"reason\": \"THREATS\"}".formatted(asha));
        assertThat(made).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"0\"").bodyJson()
                .extractingPath("$.bannedBy").isEqualTo(admin.id().value());
        assertThat(bans.on(Optional.of(ASHA))).isPresent();
        String place = String.valueOf(made.getResponse().getHeader("Location"));
        assertThat(admin.get("/admin/bans?reviewDue=true")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(admin.put(place, "\"0\"", "{\"reason\": \"MISUSE\", \"days\": 91}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(admin.put(place, "\"0\"", "{\"reason\": \"MISUSE\", \"days\": 14}")).hasStatusOk().bodyJson()
                .extractingPath("$.reviewedBy").isEqualTo(admin.id().value());
        assertThat(admin.request(HttpMethod.DELETE, place).header("If-Match", "\"1\"").exchange())
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(bans.on(Optional.of(ASHA))).isEmpty();
    }

    @Test
    void aParticipantIsBannedWithoutAnybodyKnowingTheAccount() {
        participant(7, asha.value());
        assertThat(clients.admin().post("/admin/bans", "{\"participantId\": 7, \"reason\": \"SEXUAL\", \"days\": 5}"))
                .hasStatus(HttpStatus.CREATED);
        assertThat(bans.on(Optional.of(ASHA))).isPresent();
    }

    @Test
    void whoIsNotRememberedCannotBeBanned() {
        participant(8, null);
        Client admin = clients.admin();
        assertThat(admin.post("/admin/bans", "{\"participantId\": 8, \"reason\": \"SEXUAL\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:no-phone-known");
        assertThat(admin.post("/admin/bans", "{\"participantId\": 9, \"reason\": \"SEXUAL\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(admin.post("/admin/bans",
                "{\"accountId\": \"%s\", \"reason\": \"SEXUAL\"}".formatted(clients.caller().id())))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(admin.post("/admin/bans", "{\"reason\": \"SEXUAL\"}")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void onlyAdminsBan() {
        assertThat(clients.volunteer().post("/admin/bans", "{}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(clients.caller().get("/admin/bans")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aTestPhoneGoesInAndItsNumberNeverComesOut() throws Exception {
        Client admin = clients.admin();
        MvcTestResult made = admin.post("/admin/test-phones", "{\"label\": \"office\", \"number\": \"9851000009\"}");
        assertThat(made).hasStatus(HttpStatus.CREATED);
        assertThat(admin.get("/admin/test-phones").getResponse().getContentAsString()).contains("office")
                .doesNotContain("9851000009");
        assertThat(admin.post("/admin/test-phones", "{\"label\": \"again\", \"number\": \"9851000009\"}"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(admin.delete(String.valueOf(made.getResponse().getHeader("Location"))))
                .hasStatus(HttpStatus.NO_CONTENT);
    }

    private void participant(long id, @org.jspecify.annotations.Nullable String account) {
        jdbc.sql("""
                INSERT IGNORE INTO peer_session (id, version, category, language, title, starts_at, duration_minutes,
                                                 capacity, room, state)
                VALUES (1, 0, 'stress', 'ne', 'Stress', NOW(), 60, 8, 'room1', 'ENDED')
                """).update();
        jdbc.sql("""
                INSERT INTO participant (id, session_id, account_id, call_id, role, language, seat, taken_at, in_room,
                                         muted, left_at, outcome)
                VALUES (:id, 1, :account, :call, 'CALLER', 'ne', 1, NOW(), FALSE, FALSE, NOW(), 'REMOVED')
                """).param("id", id).param("account", account).param("call", "call." + id).update();
    }
}
