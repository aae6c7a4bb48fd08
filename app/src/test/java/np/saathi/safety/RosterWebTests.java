package np.saathi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;

@WebTest
class RosterWebTests {
    private static final Path FILE = Path.of("target/test-crisis/crisis.conf");
    private static final String PHONE = """
            {"label": "Devi", "number": "9841000005", "position": 5, "times": "18:00-22:00", "days": "mon-fri",
             "languages": "ne en"}
            """;
    @Autowired
    Clients clients;
    @Autowired
    JdbcClient jdbc;

    @Autowired
    RosterSeed seed;

    /** Other tests empty this database too. The count of changes goes on: by it the house knows what it has written. */
    @BeforeEach
    void theRosterAsConfigured() {
        int changes = jdbc.sql("SELECT COALESCE(MAX(version), 0) FROM crisis_roster").query(Integer.class).single();
        for (String table : List.of("duty_phone", "helpline", "crisis_roster")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        seed.plant();
        jdbc.sql("UPDATE crisis_roster SET version = version + ?").param(changes).update();
    }

    @Test
    void aDutyPhoneIsAddedChangedTestedAndRemovedAndTheExchangeHasItEachTime() throws Exception {
        Client admin = clients.admin();
        MvcTestResult added = admin.post("/admin/duty", PHONE);
        assertThat(added).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"0\"").bodyJson()
                .extractingPath("$.number").isEqualTo("9841000005");
        assertThat(Files.readString(FILE)).contains("9841000005|18:00-22:00|mon-fri|ne en");
        String place = String.valueOf(added.getResponse().getHeader("Location"));

        assertThat(admin.put(place, PHONE)).hasStatus(428);
        assertThat(admin.put(place, "\"0\"", PHONE.replace("000005", "000006"))).hasStatusOk()
                .hasHeader("ETag", "\"1\"");
        assertThat(Files.readString(FILE)).contains("9841000006|").doesNotContain("9841000005");
        assertThat(admin.put(place, "\"0\"", PHONE)).hasStatus(HttpStatus.PRECONDITION_FAILED);

        assertThat(admin.post(place + "/tested", "")).hasStatusOk().bodyJson().extractingPath("$.testedAt").isNotNull();
        assertThat(admin.get("/admin/crisis-numbers")).hasStatusOk().bodyJson().extractingPath("$.upToDate")
                .isEqualTo(true);
        assertThat(admin.get("/admin/duty")).hasStatusOk().bodyJson().extractingPath("$.items[*].label").asArray()
                .containsExactly("Devi");

        assertThat(admin.delete(place)).hasStatus(428);
        assertThat(admin.request(HttpMethod.DELETE, place).header("If-Match", "\"1\"").exchange())
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(Files.readString(FILE)).doesNotContain("9841000006");
        assertThat(admin.get(place)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1660", "1661", "+9771660", "01660", "009771661", "१६६०"})
    void theLineRingsItselfForNobody(String own) {
        Client admin = clients.admin();
        assertThat(admin.post("/admin/duty", PHONE.replace("9841000005", own))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(admin.post("/admin/helplines", """
                {"prompt": "helpline.women", "dial": "%s", "position": 1}
                """.formatted(own))).hasStatus(HttpStatus.BAD_REQUEST).bodyJson()
                .extractingPath("$.errors[0].field").isEqualTo("dial");
        assertThat(admin.post("/admin/helplines", """
                {"prompt": "helpline.women", "spoken": "%s", "reading": "MORE", "position": 1}
                """.formatted(own))).as("nor is it read to anybody").hasStatus(HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"919876543210", "00919876543210", "+919876543210", "1234567", "97798410000055",
            "166001123456"})
    void whatIsNoNumberInNepalIsRungForNobody(String foreign) {
        assertThat(clients.admin().post("/admin/duty", PHONE.replace("9841000005", foreign)))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aTollFreeNumberOfElevenDigitsIsReadInWhateverDigitsItWasTyped() {
        assertThat(clients.admin().post("/admin/helplines", """
                {"prompt": "helpline.women", "spoken": "१६६०-०१-१२३४५", "reading": "MORE", "position": 1}
                """)).hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.spoken").isEqualTo("16600112345");
    }

    @Test
    void aNumberIsTakenInTheDigitsAndDressInWhichItWasTyped() {
        assertThat(clients.admin().post("/admin/duty", PHONE.replace("9841000005", "९८४-१०००००५")))
                .hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.number").isEqualTo("9841000005");
    }

    @Test
    void policeAndAmbulanceCannotBeMadeDialled() {
        Client admin = clients.admin();
        for (String number : new String[]{"100", "102"}) {
            assertThat(admin.post("/admin/helplines", """
                    {"prompt": "helpline.police", "dial": "%s", "position": 1}
                    """.formatted(number))).hasStatus(HttpStatus.BAD_REQUEST).bodyJson()
                    .extractingPath("$.errors[0].field").isEqualTo("dial");
            assertThat(admin.post("/admin/duty", PHONE.replace("9841000005", number)))
                    .hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    @Test
    void aThirdNumberToBeReadFirstIsRefused() {
        assertThat(clients.admin().post("/admin/helplines", """
                {"prompt": "helpline.women", "spoken": "1145", "reading": "FIRST", "position": 9}
                """)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:too-many-read-first");
    }

    @Test
    void helplinesAreListedAsTheyWereConfigured() {
        assertThat(clients.admin().get("/admin/helplines")).hasStatusOk().bodyJson()
                .extractingPath("$.items[*].spoken").asArray().containsExactly("1166", "102", "1145", "1098", "100");
    }

    @Test
    void theRosterIsForAdminsOnly() {
        for (String path : new String[]{"/admin/duty", "/admin/helplines", "/admin/crisis-numbers"}) {
            assertThat(clients.volunteer().get(path)).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(clients.stranger().get(path)).hasStatus(HttpStatus.UNAUTHORIZED);
        }
    }
}
