package np.saathi.alert;

import java.time.Instant;

import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** Alerts are kept as long as the reports that they mostly come from. */
@Component
class AlertRetention implements RetentionRule {
    private final AlertRows rows;

    AlertRetention(AlertRows rows) {
        this.rows = rows;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return rows.forget(Retention.before(now, spans.reportsDays()));
    }
}
