package np.saathi.ivr;

import static np.saathi.prompt.Prompt.LISTENER_KEYS;

import org.springframework.stereotype.Component;

import np.saathi.prompt.Spoken;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.RoomControl;

/**
 * The keys of a volunteer in training, who listens and is never heard:
 *
 * <pre>
 * # leave | others tell the keys
 * </pre>
 */
@Component
class ListenerRoomKeys {
    private final RoomControl rooms;

    ListenerRoomKeys(RoomControl rooms) {
        this.rooms = rooms;
    }

    /** @return what is said to it */
    Spoken pressed(PhoneLine line, Visit visit, Key key) {
        if (key != Key.HASH) {
            return Spoken.of(LISTENER_KEYS);
        }
        rooms.takeOut(visit.room(), line.id(), Departure.LEFT);
        return Spoken.nothing();
    }
}
