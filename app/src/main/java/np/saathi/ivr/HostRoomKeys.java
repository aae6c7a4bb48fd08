package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_END_CONFIRM;
import static np.saathi.prompt.Prompt.HOST_END_KEPT;
import static np.saathi.prompt.Prompt.HOST_KEYS;
import static np.saathi.prompt.Prompt.HOST_MUTED;
import static np.saathi.prompt.Prompt.HOST_REFUSED;
import static np.saathi.prompt.Prompt.HOST_SEAT;
import static np.saathi.prompt.Prompt.HOST_SEAT_AWAY;
import static np.saathi.prompt.Prompt.HOST_SEAT_EMPTY;
import static np.saathi.prompt.Prompt.HOST_TALK_BUSY;
import static np.saathi.prompt.Prompt.HOST_TIME_NEXT;
import static np.saathi.prompt.Prompt.HOST_TIME_SPENT;
import static np.saathi.prompt.Prompt.HOST_UNMUTED;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Confirm;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.Moderation;
import np.saathi.session.ModerationRefused;
import np.saathi.session.Moderator;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.RoomControl;

/**
 * A host's keys in the room; each thing done is spoken back:
 *
 * <pre>
 * 1 own voice off, on | 2 the next raised hand | 3 a person, by seat | 4 the whole room | # end (asks first) | * the keys
 * </pre>
 */
@Component
class HostRoomKeys {
    private static final Confirm END = Confirm.losing(HOST_END_CONFIRM);

    private final Visits visits;
    private final OwnVoice voice;
    private final HandKeys hands;
    private final PersonKeys person;
    private final WholeRoomKeys wholeRoom;
    private final Moderation moderation;
    private final RoomControl rooms;

    HostRoomKeys(Visits visits, OwnVoice voice, HandKeys hands, PersonKeys person, WholeRoomKeys wholeRoom,
            Moderation moderation, RoomControl rooms) {
        this.visits = visits;
        this.voice = voice;
        this.hands = hands;
        this.person = person;
        this.wholeRoom = wholeRoom;
        this.moderation = moderation;
        this.rooms = rooms;
    }

    /** @return what is said to it */
    Spoken pressed(PhoneLine line, Visit visit, Key key) {
        try {
            return switch (key) {
                case ONE -> Spoken.of(voice.turn(line, visit) ? HOST_MUTED : HOST_UNMUTED);
                case TWO -> hands.next(line, visit);
                case THREE -> person.ask(line, visit);
                case FOUR -> wholeRoom.ask(line, visit);
                case HASH -> end(line, visit);
                default -> Spoken.of(HOST_KEYS);
            };
        } catch (ModerationRefused refused) {
            return Spoken.of(switch (refused.why()) {
                case SEAT_EMPTY -> HOST_SEAT_EMPTY;
                case SEAT_AWAY -> HOST_SEAT_AWAY;
                case NO_MORE_TIME -> HOST_TIME_SPENT;
                case NEXT_SESSION -> HOST_TIME_NEXT;
                case TALK_ON -> HOST_TALK_BUSY;
                case NOT_THE_HOST, TAKEN_OVER, NOT_BEGUN -> HOST_REFUSED;
            });
        }
    }

    static Spoken ofSeat(int seat, Prompt what) {
        return seat(seat).then(what);
    }

    static Spoken seat(int seat) {
        return Spoken.of(HOST_SEAT).then(Spoken.number(seat));
    }

    /** Who came from the duty roster leaves the group to its host, if there is one. */
    private Spoken end(PhoneLine line, Visit visit) {
        if (visit.person().isFromDuty() && line.meanwhile(() -> visits.hasOtherHost(visit))) {
            rooms.takeOut(visit.room(), line.id(), Departure.LEFT);
            return Spoken.nothing();
        }
        if (!END.ask(line)) {
            return Spoken.of(HOST_END_KEPT);
        }
        line.during(() -> moderation.end(visit.session().id(), Moderator.of(visit.person())));
        return Spoken.nothing();
    }
}
