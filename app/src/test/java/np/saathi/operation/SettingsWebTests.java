package np.saathi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;

import tools.jackson.databind.json.JsonMapper;

@WebTest
class SettingsWebTests {
    @Autowired
    Clients clients;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    JsonMapper json;
    @Autowired
    Operation operation;

    @BeforeEach
    void nothingIsSet() {
        jdbc.sql("DELETE FROM operating_settings").update();
        operation.refresh();
    }

    @Test
    void settingsAreReadChangedAndReadAgain() throws Exception {
        Client admin = clients.admin();
        MvcTestResult read = admin.get("/admin/settings");
        assertThat(read).hasStatusOk().hasHeader("ETag", "\"0\"").bodyJson()
                .extractingPath("$.hours.SATURDAY[0].from").isEqualTo("00:00");
        String evenings = read.getResponse().getContentAsString().replace(
                "\"SATURDAY\":[{\"from\":\"00:00\",\"to\":\"00:00\"}]",
                "\"SATURDAY\":[{\"from\":\"18:00\",\"to\":\"22:00\"}]");
        assertThat(admin.put("/admin/settings", "\"0\"", evenings)).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(admin.get("/admin/settings")).hasStatusOk().hasHeader("ETag", "\"1\"").bodyJson()
                .extractingPath("$.hours.SATURDAY[0].to").isEqualTo("22:00");
        assertThat(operation.settings().hours()).isNotEqualTo(OperatingSettings.DEFAULT.hours());
    }

    @Test
    void aChangeTellsTheVersionThatWasSeen() {
        Client admin = clients.admin();
        String same = json.writeValueAsString(OperatingSettings.DEFAULT);
        assertThat(admin.put("/admin/settings", same)).hasStatus(428);
        assertThat(admin.put("/admin/settings", "\"7\"", same)).hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(admin.put("/admin/settings", "\"0\"", same)).hasStatusOk();
        assertThat(admin.put("/admin/settings", "\"0\"", same)).hasStatus(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void whatCannotBeIsNamedByItsField() {
        Client admin = clients.admin();
        String wrong = json.writeValueAsString(OperatingSettings.DEFAULT)
                .replace("\"callMinutes\":120", "\"callMinutes\":9")
                .replace("\"joinTimesDays\":90", "\"joinTimesDays\":91");
        assertThat(admin.put("/admin/settings", "\"0\"", wrong)).hasStatus(HttpStatus.BAD_REQUEST).bodyJson()
                .extractingPath("$.errors[*].field").asArray()
                .containsExactlyInAnyOrder("limits.callMinutes", "retention.joinTimesDays");
        assertThat(admin.put("/admin/settings", "\"0\"", "{}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(admin.put("/admin/settings", "\"0\"", "{\"hours\": {\"FUNDAY\": []}}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void nobodyElseSeesOrSetsThem() {
        assertThat(clients.stranger().get("/admin/settings")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(clients.caller().get("/admin/settings")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(clients.volunteer().put("/admin/settings", "\"0\"", "{}")).hasStatus(HttpStatus.FORBIDDEN);
    }
}
