package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_TALK_KEYS;
import static np.saathi.prompt.Prompt.ROOM_TALK_KEYS;

import org.springframework.stereotype.Component;

import np.saathi.prompt.Spoken;
import np.saathi.session.PrivateTalks;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Keys in a talk of two, of the host and the caller alike:
 *
 * <pre>
 * * back to the group, for both (a host's # too; a caller's # leaves) | others tell the keys
 * </pre>
 */
@Component
class TalkKeys {
    private final PrivateTalks talks;

    TalkKeys(PrivateTalks talks) {
        this.talks = talks;
    }

    /** @return what is said to it */
    Spoken pressed(PhoneLine line, Visit visit, Key key) {
        if (key == Key.STAR || key == Key.HASH) {
            line.during(() -> talks.end(line.id()));
            return Spoken.nothing(); // it is told on the way back
        }
        return Spoken.of(visit.role().leads() ? HOST_TALK_KEYS : ROOM_TALK_KEYS);
    }
}
