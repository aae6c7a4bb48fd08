package np.saathi.message;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.telephony.Rounds;

/** Tells when nobody hears a caller's message. Several instances may look at once: each row is told of by one. */
@Component
class MessageClock {
    private static final Logger LOG = LoggerFactory.getLogger(MessageClock.class);
    private final MessageRows rows;
    private final MessageProperties limits;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Rounds rounds = new Rounds(LOG, "Unheard messages are not looked for");

    MessageClock(MessageRows rows, MessageProperties limits, ApplicationEventPublisher events,
            TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${saathi.messages.tick:1m}", fixedDelayString = "${saathi.messages.tick:1m}")
    void tickSafely() {
        rounds.make(this::tick);
    }

    void tick() {
        transaction.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            for (Message message : rows.unheardSince(now.minus(limits.unheard()))) {
                rows.alerted(message.id(), now);
                events.publishEvent(new MessageEvent.Unheard(message.id(), message.language(), message.category(),
                        message.sentAt(), now));
            }
        });
    }
}
