package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.account.Accounts;
import np.saathi.dev.DemoData;
import np.saathi.prompt.Language;

class DemoDataTests extends SessionModuleTest {
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void empty() {
        rows.delete();
    }

    @Test
    void aSecondRunFindsWhatTheFirstMade() {
        DemoData.Made first = demo().make();
        int made = rows.all();
        DemoData.Made second = demo().make();
        assertThat(rows.all()).isEqualTo(made);
        assertThat(second.devi().id()).isEqualTo(first.devi().id());
        assertThat(second.adminId()).isEqualTo(first.adminId());
        assertThat(accounts.unlock(second.devi().id(), second.devi().pin())).isPresent();
        assertThat(accounts.unlock(second.adminId(), second.adminPassword())).isPresent();
        assertThat(second.properties()).containsKeys("admin.id", "admin.password", "volunteer.id", "volunteer.pin",
                "volunteer.password");
    }

    @Test
    void eachLanguageHasExactlyOneGroupOpenNow() {
        DemoData.Made made = demo().make();
        sessionClock.tick();
        assertThat(sessions.openNow(Language.NEPALI)).hasSize(1);
        assertThat(sessions.openNow(Language.ENGLISH)).hasSize(1);
        assertThat(sessions.toHost(made.devi().id())).isPresent();
        clock.pass(Duration.ofMinutes(15));
        sessionClock.tick();
        assertThat(sessions.openNow(Language.NEPALI)).as("nobody came").isEmpty();
        demo().keepOpen();
        sessionClock.tick();
        assertThat(sessions.openNow(Language.NEPALI)).hasSize(1);
    }

    private DemoData demo() {
        return new DemoData(sessions, volunteers, accounts, jdbc, clock);
    }
}
