package np.saathi.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import np.saathi.dev.Client;
import np.saathi.dev.Clients;
import np.saathi.dev.WebTest;

@WebTest
class LoginTests {
    @Autowired
    Clients clients;

    @Test
    void whatNobodyThoughtOfNeedsSomebodySignedIn() {
        assertThat(clients.stranger().get("/nothing/here")).hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType("application/problem+json").bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:signed-out");
        assertThat(clients.caller().get("/nothing/here")).hasStatus(HttpStatus.NOT_FOUND)
                .hasContentType("application/problem+json").bodyJson().extractingPath("$.type")
                .isEqualTo("urn:saathi:problem:not-found");
    }

    @Test
    void anAdminsPathsAreNobodyElses() {
        for (Client other : new Client[]{clients.caller(), clients.volunteer()}) {
            assertThat(other.get("/admin/users")).hasStatus(HttpStatus.FORBIDDEN).bodyJson().extractingPath("$.type")
                    .isEqualTo("urn:saathi:problem:forbidden");
        }
    }
}
