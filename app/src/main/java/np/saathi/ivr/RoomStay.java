package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_TALK;
import static np.saathi.prompt.Prompt.ROOM_BACK;
import static np.saathi.prompt.Prompt.ROOM_TALK;

import org.springframework.stereotype.Component;

import np.saathi.prompt.Spoken;
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
            why = move(line, line.meanwhile(() -> visits.again(visit)));
        }
        return why;
    }

    private static Departure move(PhoneLine line, Visit visit) {
        if (visit.over().isEmpty()) {
            line.say(Spoken.of(visit.isInTalk() ? visit.role().leads() ? HOST_TALK : ROOM_TALK : ROOM_BACK));
        }
        return enter(line, visit);
    }

    /** As {@link #in}, for a call that another process of ours let in, or that comes back from the crisis path. */
    Departure goOn(PhoneLine line, Visit visit) {
        return line.departure().filter(why -> why != Departure.MOVED).orElseGet(() -> in(line, visit));
    }

    private static Departure enter(PhoneLine line, Visit visit) {
        return visit.over().orElseGet(() -> line.enter(visit.seat()));
    }
}
