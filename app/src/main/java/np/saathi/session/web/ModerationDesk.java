package np.saathi.session.web;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.session.LiveRoom;
import np.saathi.session.LiveRooms;
import np.saathi.session.Moderation;
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
        switch (asked.action()) {
            case MUTE -> moderation.mute(session, who, seat(asked));
            case UNMUTE -> moderation.unmute(session, who, seat(asked));
            case REMOVE -> moderation.remove(session, who, seat(asked));
            case LOCK -> moderation.lock(session, who);
            case UNLOCK -> moderation.unlock(session, who);
            case EXTEND -> moderation.extend(session, who, asked.minutesOrUsual());
            case END -> moderation.end(session, who);
            case CHILD -> moderation.mayBeAChild(session, who, seat(asked));
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
