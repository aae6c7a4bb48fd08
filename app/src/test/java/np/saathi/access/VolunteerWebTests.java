package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.AccountId;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;
import np.saathi.prompt.Language;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteers;

@WebTest
class VolunteerWebTests {
    private static final String TERMS = """
            {"training": "COACHED", "languages": ["ne"], "categories": ["stress"], "caps": {"day": 1, "week": 3},
             "reserve": true, "phone": "%s"}""";
    private static final String LOGIN = """
            {"id": "%s", "password": "%s"}""";
    private static final String APPROVAL = """
            {"training": "TRAINEE", "languages": ["ne"], "categories": []}""";
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
    void anAdminAgreesWithAVolunteerOnWhatTheyDo() {
        Client admin = clients.admin();
        String path = "/admin/volunteers/" + clients.volunteer().id();
        MvcTestResult seen = admin.get(path);
        MvcTestResult agreed = admin.put(path, etag(seen), TERMS.formatted("+977 980-0000001"));
        assertThat(agreed).hasStatusOk();
        assertThat(admin.get(path)).bodyJson().extractingPath("$").asMap().containsEntry("training", "COACHED")
                .containsEntry("phone", "+9779800000001").containsEntry("reserve", true);
        assertThat(rows.dump()).as("it is kept encrypted").doesNotContain("9800000001");
        MvcTestResult list = admin.get("/admin/volunteers");
        assertThat(list).bodyText().contains("\"hasPhone\":true").doesNotContain("9800000001");
    }

    @Test
    void aVolunteersPhoneIsOneInNepal() {
        Client admin = clients.admin();
        String path = "/admin/volunteers/" + clients.volunteer().id();
        for (String other : new String[]{"+1 202 555 0100", "977-100", "166-0166"}) {
            assertThat(admin.put(path, etag(admin.get(path)), TERMS.formatted(other))).as(other)
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(admin.get(path)).bodyJson().extractingPath("$.hasPhone").isEqualTo(false);
    }

    @Test
    void aSuspendedVolunteerIsSignedOutAndCantSignInUntilTheyAreBack() {
        Client admin = clients.admin();
        Client devi = clients.volunteer();
        String path = "/admin/volunteers/" + devi.id();
        String suspended = TERMS.formatted("9800000001").replace("\"reserve\"", "\"suspended\": true, \"reserve\"");
        MvcTestResult agreed = admin.put(path, etag(admin.get(path)), suspended);
        assertThat(agreed).bodyJson().extractingPath("$.suspended").isEqualTo(true);
        assertThat(devi.get("/cmhv/sessions")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(clients.stranger().post("/login", LOGIN.formatted(devi.id(), Clients.PASSWORD.text())))
                .hasStatus(HttpStatus.FORBIDDEN).bodyText().contains("suspended");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        Client admin = clients.admin();
        String path = "/admin/volunteers/" + clients.volunteer().id();
        String etag = etag(admin.get(path));
        assertThat(admin.put(path, TERMS.formatted("9800000001"))).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(admin.put(path, etag, TERMS.formatted("9800000001"))).hasStatusOk();
        MvcTestResult late = admin.put(path, etag, TERMS.formatted("9800000002"));
        assertThat(late).hasStatus(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void whoSignedUpIsApprovedOnceOrRefused() {
        Client admin = clients.admin();
        AccountId hopeful = volunteers.apply(Language.NEPALI, java.util.Optional.of("stress")).id();
        AccountId other = volunteers.apply(Language.NEPALI, java.util.Optional.empty()).id();
        MvcTestResult pending = admin.get("/admin/volunteers/pending");
        assertThat(pending).bodyJson().extractingPath("$.total").isEqualTo(2);
        assertThat(admin.get("/admin/users?pending=true")).bodyJson().extractingPath("$.total").isEqualTo(2);
        MvcTestResult approved = admin.post("/admin/volunteers/" + hopeful + "/approval", APPROVAL);
        assertThat(approved).hasStatusOk();
        assertThat(admin.post("/admin/volunteers/" + hopeful + "/approval", APPROVAL))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(admin.delete("/admin/volunteers/" + other + "/application")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(admin.get("/admin/users/" + other)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void volunteersAreFoundByWhatTheyCan() {
        Client admin = clients.admin();
        clients.volunteer(Training.TRAINEE, Set.of(Language.ENGLISH), Set.of());
        clients.volunteer();
        for (String one : new String[]{"training=TRAINEE", "language=ne", "category=stress"}) {
            assertThat(admin.get("/admin/volunteers?" + one)).as(one).bodyJson().extractingPath("$.total")
                    .isEqualTo(1);
        }
        assertThat(admin.get("/admin/volunteers?language=en")).bodyJson().extractingPath("$.total").isEqualTo(2);
        assertThat(admin.get("/admin/volunteers?training=GURU")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void whatTheLineDoesNotKnowIsAProblem() {
        Client admin = clients.admin();
        String path = "/admin/volunteers/" + clients.volunteer().id();
        String etag = etag(admin.get(path));
        MvcTestResult unknown = admin.put(path, etag, TERMS.formatted("9800000001").replace("stress", "astrology"));
        assertThat(unknown).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(admin.put(path, etag, TERMS.formatted("call me"))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(admin.get("/admin/volunteers/nobody")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void usersAreListedWithoutAnythingThatTellsWhoTheyAre() {
        Client admin = clients.admin();
        clients.caller();
        MvcTestResult users = admin.get("/admin/users?role=USER&page=0&size=5");
        assertThat(users).bodyJson().extractingPath("$.items[0]").asMap().containsOnlyKeys("id", "nickname", "role",
                "pending", "since", "version");
        MvcTestResult one = admin.get("/admin/users/" + admin.id());
        assertThat(one).containsHeader("ETag");
        assertThat(clients.volunteer().get("/admin/users")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private static String etag(MvcTestResult seen) {
        return String.valueOf(seen.getResponse().getHeader("ETag"));
    }
}
