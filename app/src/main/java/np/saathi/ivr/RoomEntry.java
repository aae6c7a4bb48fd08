package np.saathi.ivr;

import static np.saathi.prompt.Prompt.ROOM_MUTED;
import static np.saathi.prompt.Prompt.ROOM_MUTED_HOST;
import static np.saathi.prompt.Prompt.ROOM_OPEN;
import static np.saathi.prompt.Prompt.ROOM_RULES;
import static np.saathi.prompt.Prompt.WAITING_HOST;
import static np.saathi.prompt.Prompt.WAITING_LATE;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;

/**
 * The door of a room: what it is about, the rules if they are new here, and how things stand. A key leads in at once;
 * star and hash lead back.
 */
@Component
class RoomEntry {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final RoomStay room;

    RoomEntry(RoomStay room) {
        this.room = room;
    }

    /**
     * @param newcomer whether they have never been in a room, as far as we know
     * @return how they left it
     */
    Departure comeIn(PhoneLine line, Visit visit, boolean newcomer) {
        line.reach(Step.ROOM);
        Spoken words = Spoken.category(visit.session().category())
                .then(newcomer ? Spoken.of(ROOM_RULES) : Spoken.nothing()).then(state(visit));
        Optional<Key> key = line.ask(words, AT_ONCE);
        return switch (key.orElse(Key.ONE)) {
            case STAR -> Departure.TURNED_BACK;
            case HASH -> Departure.LEFT;
            default -> room.in(line, visit);
        };
    }

    private static Prompt state(Visit visit) {
        if (!visit.hostIsIn()) {
            return visit.session().hostIsLate() ? WAITING_LATE : WAITING_HOST;
        }
        if (visit.isSilenced()) {
            return ROOM_MUTED_HOST;
        }
        return visit.isMuted() ? ROOM_MUTED : ROOM_OPEN;
    }
}
