package np.saathi.feedback;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** Forgets what was said in words; ratings stay. */
@Component
class FeedbackRetention implements RetentionRule {
    private final JdbcClient jdbc;

    FeedbackRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("UPDATE feedback SET notes = NULL WHERE notes IS NOT NULL AND given_at < ?")
                .param(Timestamp.from(Retention.before(now, spans.feedbackTextDays()))).update();
    }
}
