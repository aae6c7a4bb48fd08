package np.saathi.wording;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import jakarta.annotation.PostConstruct;
import np.saathi.account.AccountId;
import np.saathi.caller.LineLanguages;
import np.saathi.operation.OpeningCondition;
import np.saathi.support.DatabaseOutage;

/**
 * Groups open when every word of consent and of the crisis path is recorded and reviewed in every language offered, or
 * when an admin has said on record that they shall open without. Known without asking the database; what changed
 * elsewhere is known ten seconds later. Health {@code approval} tells it and is never down: the line answers all the
 * same.
 */
@Component
class Approval implements OpeningCondition, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Approval.class);
    private final WordingProperties properties;
    private final Sentences sentences;
    private final LineLanguages languages;
    private final OverrideRow overrides;
    private volatile State known = new State(List.of(), new OverrideRow.Decision(0, false, null, null, null));

    Approval(WordingProperties properties, Sentences sentences, LineLanguages languages, OverrideRow overrides) {
        this.properties = properties;
        this.sentences = sentences;
        this.languages = languages;
        this.overrides = overrides;
    }

    /** @param lacking what is not recorded or not reviewed */
    record State(List<SentenceView> lacking, OverrideRow.Decision decision) {}

    boolean required() {
        return properties.requireReview();
    }

    State state() {
        return known;
    }

    @Override
    public boolean holds() {
        return !required() || known.lacking.isEmpty() || known.decision.inForce();
    }

    @Override
    public Health health() {
        State now = known;
        return Health.up().withDetail("groupsMayOpen", holds()).withDetail("required", required())
                .withDetail("overridden", now.decision.inForce()).withDetail("lacking", now.lacking.size()).build();
    }

    void decide(int version, boolean override, String reason, AccountId who) {
        overrides.write(version, override, reason, who);
        LOG.warn("Groups {} on words that nobody has approved, says an admin", override ? "open" : "don't open");
        refresh();
    }

    /** Before anything asks; and again when the sounds have been rendered. */
    @PostConstruct
    @EventListener(ApplicationReadyEvent.class)
    void refresh() {
        known = new State(sentences.lacking(languages.offered()).toList(), overrides.read());
    }

    @Scheduled(fixedDelay = 10_000)
    void refreshIfPossible() {
        try {
            refresh();
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isBehind(e)) {
                throw e;
            }
            LOG.debug("What is known of the words holds until the database answers: {}", e.getMessage());
        }
    }
}
