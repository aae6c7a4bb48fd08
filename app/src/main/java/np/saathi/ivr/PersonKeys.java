package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_CHILD_NOBODY;
import static np.saathi.prompt.Prompt.HOST_CHILD_TOLD;
import static np.saathi.prompt.Prompt.HOST_PERSON;
import static np.saathi.prompt.Prompt.HOST_PERSON_AGAIN;
import static np.saathi.prompt.Prompt.HOST_PERSON_SEAT;
import static np.saathi.prompt.Prompt.HOST_PERSON_SEAT_AGAIN;
import static np.saathi.prompt.Prompt.HOST_PERSON_SEAT_SHORT;
import static np.saathi.prompt.Prompt.HOST_PERSON_SHORT;
import static np.saathi.prompt.Prompt.HOST_REMOVE_CONFIRM;
import static np.saathi.prompt.Prompt.HOST_REMOVE_KEPT;
import static np.saathi.prompt.Prompt.HOST_SEAT_EMPTY;
import static np.saathi.prompt.Prompt.HOST_SEAT_MUTED;
import static np.saathi.prompt.Prompt.HOST_SEAT_REMOVED;
import static np.saathi.prompt.Prompt.HOST_SEAT_UNMUTED;
import static np.saathi.prompt.Prompt.ROOM_BACK;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Confirm;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.safety.OnDuty;
import np.saathi.session.Moderation;
import np.saathi.session.Moderator;
import np.saathi.session.Participant;
import np.saathi.session.PrivateTalks;
import np.saathi.session.Sessions;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * A host's key 3 in the room. Who knows the keys presses them at once: 3 4 1 mutes seat 4.
 *
 * <pre>
 * the seat's number → 1 voice off, on | 2 remove (asks first) | 3 talk alone | 4 may be a child | * back
 * </pre>
 */
@Component
class PersonKeys {
    private static final int NOBODY = 0;
    private static final Menu<Integer> SEAT = Menu.<Integer>asking(HOST_PERSON_SEAT).on(Key.ONE, 1).on(Key.TWO, 2)
            .on(Key.THREE, 3).on(Key.FOUR, 4).on(Key.FIVE, 5).on(Key.SIX, 6).on(Key.SEVEN, 7).on(Key.EIGHT, 8)
            .on(Key.NINE, 9).on(Key.STAR, NOBODY).on(Key.HASH, NOBODY)
            .retrying(HOST_PERSON_SEAT_AGAIN, HOST_PERSON_SEAT_SHORT).closingBySilence(NOBODY);

    private static final Menu<Choice> MENU = Menu.<Choice>asking(HOST_PERSON).on(Key.ONE, Choice.VOICE)
            .on(Key.TWO, Choice.REMOVE).on(Key.THREE, Choice.TALK).on(Key.FOUR, Choice.CHILD)
            .on(Key.STAR, Choice.BACK).on(Key.HASH, Choice.BACK).retrying(HOST_PERSON_AGAIN, HOST_PERSON_SHORT)
            .closingBySilence(Choice.BACK);

    enum Choice {
        VOICE, REMOVE, TALK, CHILD, BACK
    }

    private final Sessions sessions;
    private final Moderation moderation;
    private final PrivateTalks talks;
    private final OnDuty duty;

    PersonKeys(Sessions sessions, Moderation moderation, PrivateTalks talks, OnDuty duty) {
        this.sessions = sessions;
        this.moderation = moderation;
        this.talks = talks;
        this.duty = duty;
    }

    /** @return what is said to it */
    Spoken ask(PhoneLine line, Visit visit) {
        int seat = SEAT.ask(line);
        if (seat == NOBODY) {
            return Spoken.of(ROOM_BACK);
        }
        long session = visit.session().id();
        Optional<Participant> there = line.meanwhile(() -> sessions.atSeat(session, seat));
        if (there.isEmpty()) {
            return Spoken.of(HOST_SEAT_EMPTY);
        }
        Moderator host = Moderator.of(visit.person());
        line.say(HostRoomKeys.seat(seat));
        return switch (MENU.ask(line)) {
            case VOICE -> turnVoice(line, session, host, there.get());
            case REMOVE -> remove(line, session, host, seat);
            case TALK -> {
                line.during(() -> talks.begin(line.id(), seat));
                yield Spoken.nothing(); // it is told on the way there
            }
            case CHILD -> {
                line.during(() -> moderation.mayBeAChild(session, host, seat));
                yield Spoken.of(line.meanwhile(duty::anybody) ? HOST_CHILD_TOLD : HOST_CHILD_NOBODY);
            }
            case BACK -> Spoken.of(ROOM_BACK);
        };
    }

    private Spoken turnVoice(PhoneLine line, long session, Moderator host, Participant person) {
        int seat = person.seat();
        if (person.silenced()) {
            line.during(() -> moderation.unmute(session, host, seat));
            return HostRoomKeys.ofSeat(seat, HOST_SEAT_UNMUTED);
        }
        line.during(() -> moderation.mute(session, host, seat));
        return HostRoomKeys.ofSeat(seat, HOST_SEAT_MUTED);
    }

    static Confirm removing(int seat) {
        return Confirm.saying(HostRoomKeys.ofSeat(seat, HOST_REMOVE_CONFIRM));
    }

    private Spoken remove(PhoneLine line, long session, Moderator host, int seat) {
        if (!removing(seat).ask(line)) {
            return Spoken.of(HOST_REMOVE_KEPT);
        }
        line.during(() -> moderation.remove(session, host, seat));
        return HostRoomKeys.ofSeat(seat, HOST_SEAT_REMOVED);
    }
}
