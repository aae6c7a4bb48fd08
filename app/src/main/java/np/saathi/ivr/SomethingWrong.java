package np.saathi.ivr;

import static np.saathi.prompt.Prompt.ROOM_BACK;
import static np.saathi.prompt.Prompt.ROOM_TALK_ASKED;
import static np.saathi.prompt.Prompt.ROOM_WRONG;
import static np.saathi.prompt.Prompt.ROOM_WRONG_AGAIN;
import static np.saathi.prompt.Prompt.ROOM_WRONG_HOST;
import static np.saathi.prompt.Prompt.ROOM_WRONG_HOST_NOBODY;
import static np.saathi.prompt.Prompt.ROOM_WRONG_SHORT;
import static np.saathi.prompt.Prompt.ROOM_WRONG_SOMEBODY;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.safety.OnDuty;
import np.saathi.session.PrivateTalks;
import np.saathi.session.RoomFlag;
import np.saathi.session.RoomFlags;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Key 3 in the room; the talk goes on meanwhile:
 *
 * <pre>
 * 1 somebody troubled me: the host hears that somebody is troubled, not who; admins see it
 * 2 it is the host: the host is not told; the duty admin is rung, or, when nobody is on duty, who comes next
 * 3 talk to the host alone: the host hears which seat would like to
 * * back to the group
 * </pre>
 */
@Component
class SomethingWrong {

    enum Choice {
        SOMEBODY, HOST, ALONE, BACK
    }

    private static final Menu<Choice> MENU = Menu.<Choice>asking(ROOM_WRONG) //
            .on(Key.ONE, Choice.SOMEBODY).on(Key.TWO, Choice.HOST).on(Key.THREE, Choice.ALONE)
            .on(Key.STAR, Choice.BACK).on(Key.HASH, Choice.BACK)
            .retrying(ROOM_WRONG_AGAIN, ROOM_WRONG_SHORT).otherwise(Choice.BACK);

    private final RoomFlags flags;
    private final PrivateTalks talks;
    private final OnDuty duty;

    SomethingWrong(RoomFlags flags, PrivateTalks talks, OnDuty duty) {
        this.flags = flags;
        this.talks = talks;
        this.duty = duty;
    }

    /** @return what happens now */
    Spoken ask(PhoneLine line) {
        return switch (MENU.ask(line)) {
            case SOMEBODY -> {
                line.during(() -> flags.raise(RoomFlag.Kind.SOMEBODY, line.id()));
                yield Spoken.of(ROOM_WRONG_SOMEBODY);
            }
            case HOST -> {
                line.during(() -> flags.raise(RoomFlag.Kind.HOST, line.id()));
                yield Spoken.of(line.meanwhile(duty::anybody) ? ROOM_WRONG_HOST : ROOM_WRONG_HOST_NOBODY);
            }
            case ALONE -> {
                line.during(() -> talks.request(line.id()));
                yield Spoken.of(ROOM_TALK_ASKED);
            }
            case BACK -> Spoken.of(ROOM_BACK);
        };
    }
}
