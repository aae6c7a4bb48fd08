package np.saathi.analytics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountForgotten;
import np.saathi.feedback.RatingGiven;
import np.saathi.safety.CrisisServed;
import np.saathi.session.GroupEnded;
import np.saathi.session.VisitEnded;
import np.saathi.support.DatabaseOutage;
import np.saathi.telephony.CallId;
import np.saathi.telephony.CallServed;
import np.saathi.telephony.Seat;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.TestCall;

/**
 * Hears what happens on the line and counts it. Domain events come by the registry: none is lost, though maybe told
 * twice. What comes of the telephone has no transaction, so it is heard plainly, on a thread of its own, and a call
 * that ends while the database is down is not counted.
 */
@Component
class Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private final CallLog calls;
    private final Tally tally;

    Listener(CallLog calls, Tally tally) {
        this.calls = calls;
        this.tally = tally;
    }

    @Async
    @EventListener
    void on(CallServed call) {
        unlessTheDatabaseIsDown(() -> {
            calls.served(call);
            call.caller().filter(_ -> !calls.isTest(call.call()))
                    .ifPresent(account -> tally.caller(account, call.from()));
        });
    }

    @EventListener
    void on(AccountForgotten forgotten) {
        tally.forget(forgotten.account().value());
    }

    /** At once: what is told of this call next must find it. */
    @EventListener
    void on(TestCall test) {
        unlessTheDatabaseIsDown(() -> calls.test(test.call(), test.at()));
    }

    @Async
    @EventListener
    void on(TelephonyEvent.HungUp over) {
        unlessTheDatabaseIsDown(() -> calls.hungUp(over.call(), over.at()));
    }

    private static void unlessTheDatabaseIsDown(Runnable count) {
        try {
            count.run();
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isBehind(e)) {
                throw e;
            }
            LOG.info("A call is missing in the figures: {}", e.getClass().getSimpleName());
        }
    }

    @ApplicationModuleListener
    void on(VisitEnded visit) {
        if (calls.isTest(new CallId(visit.call()))) {
            return;
        }
        Group group = new Group(visit.category(), visit.language());
        if (visit.role().leads()) {
            tally.add(visit.id(), visit.at(), group, Tally.HOST_MINUTES, visit.talked().toMinutes());
        } else if (visit.role() == Seat.Role.CALLER) {
            calls.visited(visit);
            tally.add(visit.id(), visit.at(), group, Figure.SEAT_MINUTES, visit.talked().toMinutes());
        }
    }

    @ApplicationModuleListener
    void on(GroupEnded group) {
        Group of = new Group(group.category(), group.language());
        tally.add(group.id(), group.at(), of, Tally.SESSIONS, 1);
        tally.add(group.id(), group.at(), of, Figure.OFFERED_MINUTES,
                group.lasted().multipliedBy(group.capacity()).toMinutes());
    }

    @ApplicationModuleListener
    void on(RatingGiven rating) {
        if (calls.isTest(new CallId(rating.call()))) {
            return;
        }
        tally.add(rating.id(), rating.at(), new Group(rating.category(), rating.language()),
                Figure.rated(rating.rating()), 1);
    }

    @ApplicationModuleListener
    void on(CrisisServed crisis) {
        if (calls.isTest(new CallId(crisis.call()))) {
            return;
        }
        Figure reached = switch (crisis.step()) {
            case "helpline" -> Figure.CRISIS_HELPLINE;
            case "numbers" -> Figure.CRISIS_NUMBERS;
            default -> Figure.CRISIS_DUTY;
        };
        tally.add(crisis.id(), crisis.startedAt(), Group.LINE, reached, 1);
        if (crisis.outcome().equals("talked")) {
            tally.add(crisis.id(), crisis.startedAt(), Group.LINE, Figure.CRISIS_TALKED, 1);
        }
    }
}
