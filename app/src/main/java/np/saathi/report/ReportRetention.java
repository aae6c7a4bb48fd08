package np.saathi.report;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** Deletes reports in time. */
@Component
class ReportRetention implements RetentionRule {
    private final JdbcClient jdbc;

    ReportRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM session_report WHERE filed_at < ?")
                .param(Timestamp.from(Retention.before(now, spans.reportsDays()))).update();
    }
}
