package np.saathi.safety;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** Deletes records of crisis calls. */
@Component
class CrisisRetention implements RetentionRule {
    private final JdbcClient jdbc;

    CrisisRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM crisis_record WHERE started_at < ?")
                .param(Timestamp.from(Retention.before(now, spans.crisisDays()))).update();
    }
}
