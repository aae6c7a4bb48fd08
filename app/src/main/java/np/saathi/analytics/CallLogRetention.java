package np.saathi.analytics;

import java.time.Instant;

import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/** Forgets counted calls when join and leave times are forgotten: their totals stay. */
@Component
class CallLogRetention implements RetentionRule {
    private final CallLog calls;

    CallLogRetention(CallLog calls) {
        this.calls = calls;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return calls.forget(NepalDay.of(Retention.before(now, spans.joinTimesDays())));
    }
}
