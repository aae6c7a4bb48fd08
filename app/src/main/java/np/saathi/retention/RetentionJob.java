package np.saathi.retention;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Applies every rule. One that fails does not keep the others from forgetting; it is tried again an hour later. */
@Component
class RetentionJob {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private final List<RetentionRule> rules;
    private final RetentionSpans spans;
    private final Clock clock;

    RetentionJob(List<RetentionRule> rules, RetentionSpans spans, Clock clock) {
        this.rules = rules;
        this.spans = spans;
        this.clock = clock;
    }

    void run() {
        Retention now = spans.retention();
        rules.forEach(rule -> apply(rule, now));
    }

    private void apply(RetentionRule rule, Retention now) {
        String name = rule.getClass().getSimpleName();
        try {
            int forgotten = rule.forget(clock.instant(), now);
            if (forgotten > 0) {
                LOG.info("{}: {} rows forgotten", name, forgotten);
            }
        } catch (RuntimeException e) {
            LOG.error("{} could not forget what is due; it tries again in an hour", name, e);
        }
    }
}
