package np.saathi.caller;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** Of a ban that is over nothing stays, the phone's hash least of all. */
@Component
class BanRetention implements RetentionRule {
    private final JdbcClient jdbc;

    BanRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM ban WHERE until_at <= ?").param(Timestamp.from(now)).update();
    }
}
