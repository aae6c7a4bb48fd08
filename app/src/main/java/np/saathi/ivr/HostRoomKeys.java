package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_END_CONFIRM;
import static np.saathi.prompt.Prompt.HOST_END_KEPT;
import static np.saathi.prompt.Prompt.HOST_KEYS;
import static np.saathi.prompt.Prompt.HOST_MUTED;
import static np.saathi.prompt.Prompt.HOST_UNMUTED;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Confirm;
import np.saathi.prompt.Spoken;
import np.saathi.session.Sessions;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * A host's keys in the room:
 *
 * <pre>
 * 1 own voice off, on | # end (asks first) | * the keys
 * </pre>
 */
@Component
class HostRoomKeys {
    private static final Confirm END = Confirm.losing(HOST_END_CONFIRM);

    private final Sessions sessions;
    private final OwnVoice voice;

    HostRoomKeys(Sessions sessions, OwnVoice voice) {
        this.sessions = sessions;
        this.voice = voice;
    }

    /** @return what is said to it */
    Spoken pressed(PhoneLine line, Visit visit, Key key) {
        return switch (key) {
            case ONE -> Spoken.of(voice.turn(line, visit) ? HOST_MUTED : HOST_UNMUTED);
            case HASH -> end(line, visit);
            default -> Spoken.of(HOST_KEYS);
        };
    }

    private Spoken end(PhoneLine line, Visit visit) {
        if (!END.ask(line)) {
            return Spoken.of(HOST_END_KEPT);
        }
        line.during(() -> sessions.end(visit.session().id()));
        return Spoken.nothing();
    }
}
