package np.saathi.ivr;

import static np.saathi.prompt.Prompt.SEAT_LOST;
import static np.saathi.prompt.Prompt.SEAT_LOST_AGAIN;
import static np.saathi.prompt.Prompt.SEAT_LOST_SHORT;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.session.Participant;
import np.saathi.session.Sessions;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * After the greeting, for a remembered caller whose last call was cut in a group:
 *
 * <pre>
 * 1 back to that seat, muted and with the hand up as before | * the main menu
 * </pre>
 *
 * The words don't say which group: somebody else may be holding this phone.
 */
@Component
class LostSeat {
    private static final Menu<Boolean> BACK = Menu.<Boolean>asking(SEAT_LOST) //
            .on(Key.ONE, true).on(Key.STAR, false).on(Key.HASH, false).retrying(SEAT_LOST_AGAIN, SEAT_LOST_SHORT)
            .otherwise(false);

    private final Sessions sessions;
    private final Visits visits;
    private final GroupVisit group;
    private final GroupDoor door;

    LostSeat(Sessions sessions, Visits visits, GroupVisit group, GroupDoor door) {
        this.sessions = sessions;
        this.visits = visits;
        this.group = group;
        this.door = door;
    }

    /** Says nothing to anybody else. */
    void offer(PhoneLine line, Caller caller) {
        Optional<Participant> lost = line.meanwhile(() -> sessions.lostSeat(caller, line.id()));
        if (lost.isEmpty() || !BACK.ask(line) || !door.opensTo(line, caller)) {
            return;
        }
        line.meanwhile(() -> visits.beginAgain(lost.get(), line)).ifPresentOrElse(
                back -> group.joinAgain(line, caller, back), () -> group.join(line, caller));
    }
}
