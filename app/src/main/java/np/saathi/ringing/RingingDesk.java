package np.saathi.ringing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.account.Limit;
import np.saathi.account.RateLimits;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.Dialler;
import np.saathi.telephony.Dialler.OutgoingCall;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;
import np.saathi.telephony.Rounds;
import np.saathi.telephony.TelephonyEvent;

/**
 * Rings who is to be rung, one a second at most, and writes down what became of it. Key 3 of a call comes here too:
 * "never ring this phone again".
 */
@Component
class RingingDesk implements CallHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RingingDesk.class);
    /** Until a link that broke is mostly back. */
    private static final Duration WITHOUT_LINK = Duration.ofSeconds(30);
    /** Somebody may hang up at any moment. */
    private static final Duration WITHOUT_CHANNEL = Duration.ofSeconds(5);
    /** The crisis path rings a duty phone no longer; a call that lasts longer is a talk. */
    private static final Duration WITHOUT_PHONE = Duration.ofSeconds(45);
    private static final Duration WHILE_IN_CALL = Duration.ofSeconds(5);
    private static final String EVERYBODY = "line";
    private final RingRows rows;
    private final NeverRing never;
    private final PhonesHere here;
    private final Dialler dialler;
    private final RateLimits limits;
    private final Rounds rounds = new Rounds(LOG, "Nobody is rung");
    private boolean full;

    RingingDesk(RingRows rows, NeverRing never, PhonesHere here, Dialler dialler, RateLimits limits) {
        this.rows = rows;
        this.never = never;
        this.here = here;
        this.dialler = dialler;
        this.limits = limits;
    }

    /** A round that fails is said once and tried again. */
    void ringSafely() {
        rounds.make(this::ring);
    }

    void ring() {
        rows.take().ifPresent(this::ring);
        rows.sweep();
    }

    /** Asked again right before: between the wish and the call somebody may have said "never". */
    private void ring(OutgoingCall call) {
        if (call.purpose().isCallers() && never.holds(call.number())) {
            rows.end(call.name(), RingOutcome.NEVER);
            return;
        }
        if (isInCall(call)) {
            return;
        }
        if (call.purpose() == Purpose.CRISIS
                && limits.tryTake(Limit.CRISIS_CALLS_TO_NUMBER, call.number().digits()).isPresent()) {
            rows.end(call.name(), RingOutcome.TOO_OFTEN);
            return;
        }
        if (limits.tryTake(Limit.CALLS_PLACED, EVERYBODY).isPresent()) {
            LOG.warn("More calls are to be placed than the line may; one waits");
            wait(call, Duration.ofSeconds(1));
            return;
        }
        try {
            dialler.ring(call);
            full = false;
        } catch (Dialler.NoFreeChannel e) {
            if (!full) {
                LOG.warn("Calls to be placed wait: {}", e.getMessage());
            }
            full = true;
            wait(call, WITHOUT_CHANNEL);
        } catch (Dialler.PhoneInUse e) {
            waitForPhone(call);
        } catch (ExchangeUnreachable e) {
            LOG.warn("A call to be placed waits for the exchange: {}", e.getMessage());
            wait(call, WITHOUT_LINK);
        }
    }

    private void wait(OutgoingCall call, Duration pause) {
        if (call.purpose() == Purpose.CRISIS) {
            limits.giveBack(Limit.CRISIS_CALLS_TO_NUMBER, call.number().digits());
        }
        rows.giveBack(call.name(), pause);
    }

    /** Callers are rung when their phone is free; for staff it is the next one's turn when they are in a talk. */
    private void waitForPhone(OutgoingCall call) {
        if (!call.purpose().isCallers() && rows.isWaitingSince(call.name(), WITHOUT_PHONE)) {
            rows.end(call.name(), RingOutcome.BUSY);
        } else {
            wait(call, WITHOUT_CHANNEL);
        }
    }

    /**
     * Nobody is rung who is here already. Who came by themselves after they had asked to be rung needs no call any more;
     * the call in which they asked is waited for. Help that somebody asked for is never dropped, and a late host's
     * turn goes to the next. Who is on duty is asked by who rings them.
     */
    private boolean isInCall(OutgoingCall call) {
        Optional<Instant> since = call.purpose() == Purpose.DUTY
                ? Optional.empty()
                : here.inCallSince(call.number());
        if (since.isEmpty()) {
            return false;
        }
        boolean waits = switch (call.purpose()) {
            case CRISIS -> true;
            case GROUP -> rows.arrangedAt(call.name()).filter(since.get()::isBefore).isPresent();
            case HOST, DUTY -> false;
        };
        if (waits) {
            rows.giveBack(call.name(), WHILE_IN_CALL);
        } else {
            rows.end(call.name(), RingOutcome.IN_CALL);
        }
        return true;
    }

    /** Plain listeners: what comes of the telephone has no transaction (ADR 0006). */
    @EventListener
    void taken(TelephonyEvent.CallbackTaken taken) {
        rows.accept(taken.callback());
    }

    /** Told before its end, and no try was made: the crisis call came first. */
    @EventListener
    void givenUp(TelephonyEvent.RingGivenUp givenUp) {
        rows.giveBack(givenUp.callback(), WITHOUT_CHANNEL);
    }

    @EventListener
    void over(TelephonyEvent.RingOver over) {
        rows.tried(over.callback(), RingOutcome.of(over.answer()));
        rows.forgetTaken(over.callback());
    }

    @Override
    public Door door() {
        return Door.NEVER_RING;
    }

    @Override
    public void answer(PhoneLine line) {
        PhoneNumber number = rows.numberOf(line.noted("CALLBACK_NAME"))
                .orElseThrow(() -> new Declined("nothing is known of this call any more"));
        never.add(number);
        rows.deleteCallers(number);
    }
}
