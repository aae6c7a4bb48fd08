package np.saathi.ivr;

import org.springframework.stereotype.Component;

import np.saathi.session.Sessions;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.RoomControl;

/** Turning one's own voice off and on in a room. */
@Component
class OwnVoice {
    private final Sessions sessions;
    private final RoomControl rooms;

    OwnVoice(Sessions sessions, RoomControl rooms) {
        this.sessions = sessions;
        this.rooms = rooms;
    }

    /** @return whether the voice is off now */
    boolean turn(PhoneLine line, Visit visit) {
        boolean off = !visit.isMuted();
        line.during(() -> {
            if (off) {
                rooms.mute(visit.room(), line.id());
            } else {
                rooms.unmute(visit.room(), line.id());
            }
            sessions.muted(line.id(), off);
        });
        return off;
    }
}
