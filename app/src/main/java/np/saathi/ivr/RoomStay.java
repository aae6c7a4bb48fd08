package np.saathi.ivr;

import org.springframework.stereotype.Component;

import np.saathi.telephony.Departure;
import np.saathi.telephony.PhoneLine;

/**
 * A person's stay with a group, caller or host:
 *
 * <pre>
 * the room ⟲ (a talk of two → back into the room) → why they are out for good
 * </pre>
 */
@Component
class RoomStay {
    private final Visits visits;

    RoomStay(Visits visits) {
        this.visits = visits;
    }

    /** @return never {@link Departure#MOVED} */
    Departure in(PhoneLine line, Visit visit) {
        Departure why = enter(line, visit);
        while (why == Departure.MOVED) {
            why = enter(line, line.meanwhile(() -> visits.again(visit)));
        }
        return why;
    }

    /** As {@link #in}, for a call that another process of ours let in, or that comes back from the crisis path. */
    Departure goOn(PhoneLine line, Visit visit) {
        return line.departure().filter(why -> why != Departure.MOVED).orElseGet(() -> in(line, visit));
    }

    private static Departure enter(PhoneLine line, Visit visit) {
        return visit.over().orElseGet(() -> line.enter(visit.seat()));
    }
}
