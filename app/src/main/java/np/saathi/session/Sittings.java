package np.saathi.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the transaction and takes the session's lock for everything that changes a session or who is in it. */
@Component
class Sittings {
    private final PeerSessionRepository sessions;
    private final ParticipantRepository participants;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sittings(PeerSessionRepository sessions, ParticipantRepository participants, TransactionTemplate transaction,
            ApplicationEventPublisher events, Clock clock) {
        this.sessions = sessions;
        this.participants = participants;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Does the work on a session that is there, now. */
    <T> T of(long sessionId, Function<Sitting, T> work) {
        return at(clock.instant(), sessionId, work);
    }

    /** Does the work as of a moment that was told from outside. */
    void at(Instant moment, long sessionId, Consumer<Sitting> work) {
        at(moment, sessionId, sitting -> {
            work.accept(sitting);
            return sitting;
        });
    }

    private <T> T at(Instant moment, long sessionId, Function<Sitting, T> work) {
        return transaction.execute(status -> {
            PeerSession session = sessions.lock(sessionId).orElseThrow();
            Sitting sitting = new Sitting(session, participants.findBySessionIdAndLeftAtIsNullOrderById(sessionId),
                    moment.truncatedTo(ChronoUnit.MILLIS), participants, events);
            T result = work.apply(sitting);
            sitting.settle();
            if (sitting.sessionChanged()) {
                sessions.save(session);
            }
            sitting.tellWhoIsAlone();
            return result;
        });
    }
}
