package np.saathi.session.web;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.session.LiveRoom;
import np.saathi.session.LiveRooms;
import np.saathi.session.Moderation;
import np.saathi.session.Moderator;
import np.saathi.web.Problem;

/** Orders for a room from the web, whether a host's or an admin's. */
@Component
class ModerationDesk {
    private final Moderation moderation;
    private final LiveRooms rooms;

    ModerationDesk(Moderation moderation, LiveRooms rooms) {
        this.moderation = moderation;
        this.rooms = rooms;
    }

    /** Does it; the answer is how the room stands then. */
    LiveRoom follow(ModerationJson asked, long session, AccountId who) {
        Moderator by = Moderator.account(who);
        switch (asked.action()) {
            case MUTE -> moderation.mute(session, by, seat(asked));
            case UNMUTE -> moderation.unmute(session, by, seat(asked));
            case REMOVE -> moderation.remove(session, by, seat(asked));
            case LOCK -> moderation.lock(session, by);
            case UNLOCK -> moderation.unlock(session, by);
            case EXTEND -> moderation.extend(session, by, asked.minutesOrUsual());
            case END -> moderation.end(session, by);
            case CHILD -> moderation.mayBeAChild(session, by, seat(asked));
            case FLOOR -> moderation.giveFloor(session, by, seat(asked));
            case LOWER -> moderation.lowerHand(session, by, seat(asked));
            case MUTE_ALL -> moderation.muteAll(session, by);
            case OPEN_ALL -> moderation.openAll(session, by);
            case TAKE -> throw Problem.unprocessable("phone-only",
                    "A room is taken over by who is on duty, on the phone in it");
            case TALK -> throw Problem.unprocessable("phone-only", "A talk of two is begun on the phone in the room");
        }
        return rooms.of(session).orElseThrow(Problem::notFound);
    }

    private static int seat(ModerationJson asked) {
        if (asked.seat() == null) {
            throw Problem.unprocessable("seat-needed", "Tell whose seat it is");
        }
        return asked.seat();
    }
}
