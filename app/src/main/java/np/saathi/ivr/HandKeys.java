package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_HAND;
import static np.saathi.prompt.Prompt.HOST_HAND_AGAIN;
import static np.saathi.prompt.Prompt.HOST_HAND_NONE;
import static np.saathi.prompt.Prompt.HOST_HAND_SHORT;
import static np.saathi.prompt.Prompt.HOST_SEAT_FLOOR;
import static np.saathi.prompt.Prompt.HOST_SEAT_LOWERED;
import static np.saathi.prompt.Prompt.ROOM_BACK;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.session.Moderation;
import np.saathi.session.Moderator;
import np.saathi.session.Participant;
import np.saathi.session.Sessions;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * A host's key 2 in the room:
 *
 * <pre>
 * whose hand was raised first: 1 gives the floor (voice on, hand down) | 2 lowers the hand | * back
 * </pre>
 */
@Component
class HandKeys {
    private static final Menu<Choice> MENU = Menu.<Choice>asking(HOST_HAND).on(Key.ONE, Choice.FLOOR)
            .on(Key.TWO, Choice.LOWER).on(Key.STAR, Choice.BACK).on(Key.HASH, Choice.BACK)
            .retrying(HOST_HAND_AGAIN, HOST_HAND_SHORT).closingBySilence(Choice.BACK);

    private final Sessions sessions;
    private final Moderation moderation;

    HandKeys(Sessions sessions, Moderation moderation) {
        this.sessions = sessions;
        this.moderation = moderation;
    }

    enum Choice {
        FLOOR, LOWER, BACK
    }

    /** @return what is said to it */
    Spoken next(PhoneLine line, Visit visit) {
        long session = visit.session().id();
        Moderator host = Moderator.of(visit.person());
        Optional<Participant> raised = line.meanwhile(() -> sessions.nextHand(session));
        if (raised.isEmpty()) {
            return Spoken.of(HOST_HAND_NONE);
        }
        int seat = raised.get().seat();
        line.say(HostRoomKeys.seat(seat));
        return switch (MENU.ask(line)) {
            case FLOOR -> {
                line.during(() -> moderation.giveFloor(session, host, seat));
                yield HostRoomKeys.ofSeat(seat, HOST_SEAT_FLOOR);
            }
            case LOWER -> {
                line.during(() -> moderation.lowerHand(session, host, seat));
                yield HostRoomKeys.ofSeat(seat, HOST_SEAT_LOWERED);
            }
            case BACK -> Spoken.of(ROOM_BACK);
        };
    }
}
