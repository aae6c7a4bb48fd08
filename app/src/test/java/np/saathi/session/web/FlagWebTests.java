package np.saathi.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.WebTest;

/** What callers told of their rooms, as admins see it. */
@WebTest
class FlagWebTests {
    @Autowired
    Clients clients;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void oneFlag() {
        jdbc.sql("DELETE FROM room_flag").update();
        jdbc.sql("""
                INSERT INTO peer_session (version, category, language, title, starts_at, duration_minutes, capacity,
                  room, state) VALUES (0, 'stress', 'ne', 'A flagged one', NOW(), 60, 8, 'rflagged1', 'SCHEDULED')
                ON DUPLICATE KEY UPDATE title = title
                """).update();
        jdbc.sql("""
                INSERT INTO room_flag (id, session_id, kind, raised_at, last_at)
                SELECT 7, id, 'HOST', '2026-01-01 10:00:00', '2026-01-01 10:00:00' FROM peer_session
                WHERE room = 'rflagged1'
                """).update();
    }

    @Test
    void anAdminSeesWhatWaitsAndMarksItHandledOnce() {
        Client admin = clients.admin();
        assertThat(admin.get("/admin/flags?handled=false")).hasStatusOk().bodyJson().extractingPath("$.items[0].kind")
                .isEqualTo("HOST");
        assertThat(admin.put("/admin/flags/7", "\"0\"", "{\"handled\": true}")).hasStatusOk()
                .hasHeader("ETag", "\"1\"").bodyJson().extractingPath("$.handledBy").isEqualTo(admin.id().value());
        assertThat(admin.put("/admin/flags/7", "\"0\"", "{\"handled\": true}"))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(admin.get("/admin/flags?handled=false")).bodyJson().extractingPath("$.total").isEqualTo(0);
        assertThat(admin.get("/admin/flags?handled=true")).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(admin.get("/admin/flags/7")).hasStatusOk().bodyJson().doesNotHavePath("$.callId");
    }

    @Test
    void nobodyElseSeesThem() {
        for (Client other : new Client[]{clients.volunteer(), clients.caller()}) {
            assertThat(other.get("/admin/flags")).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(other.put("/admin/flags/7", "\"0\"", "{\"handled\": true}")).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(clients.admin().get("/admin/flags/8")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
