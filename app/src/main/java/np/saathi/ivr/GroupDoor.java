package np.saathi.ivr;

import static np.saathi.prompt.Prompt.BANNED;
import static np.saathi.prompt.Prompt.BANNED_DAYS_AFTER;
import static np.saathi.prompt.Prompt.BANNED_DAYS_BEFORE;
import static np.saathi.prompt.Prompt.BANNED_HELP;
import static np.saathi.prompt.Prompt.BANNED_MISUSE;
import static np.saathi.prompt.Prompt.BANNED_OBJECT;
import static np.saathi.prompt.Prompt.BANNED_OBJECT_UNKNOWN;
import static np.saathi.prompt.Prompt.BANNED_SEXUAL;
import static np.saathi.prompt.Prompt.BANNED_THREATS;
import static np.saathi.prompt.Prompt.BANNED_TROUBLED;
import static np.saathi.prompt.Prompt.GROUP_CLOSED_HOURS;
import static np.saathi.prompt.Prompt.GROUP_CLOSED_NOW;
import static np.saathi.prompt.Prompt.GROUP_CLOSED_TODAY;
import static np.saathi.prompt.Prompt.GROUP_CLOSED_UNREADY;
import static np.saathi.prompt.Prompt.GROUP_PAUSED_AFTER;
import static np.saathi.prompt.Prompt.GROUP_PAUSED_BEFORE;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.caller.Ban;
import np.saathi.caller.Bans;
import np.saathi.caller.Caller;
import np.saathi.caller.ShortCalls;
import np.saathi.operation.Operation;
import np.saathi.prompt.Counted;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;

/**
 * Before every way into a group: opening hours, words that are ready, bans, and phones that call and hang up. Who is
 * not let in is told why and for how long, and has all other keys as before: 0, messages, listening.
 */
@Component
class GroupDoor {
    private final Operation operation;
    private final Bans bans;
    private final ShortCalls shortCalls;
    private final TalkOfTheDay talk;

    GroupDoor(Operation operation, Bans bans, ShortCalls shortCalls, TalkOfTheDay talk) {
        this.operation = operation;
        this.bans = bans;
        this.shortCalls = shortCalls;
        this.talk = talk;
    }

    /** @return false when the caller was told why not */
    boolean opensTo(PhoneLine line, Caller caller) {
        Optional<Spoken> why = closed().map(Spoken::of)
                .or(() -> line.meanwhile(() -> bans.on(line.number()))
                        .map(ban -> banned(ban).then(toObject(line, caller))))
                .or(() -> shortCalls.pause(line.number()).map(GroupDoor::paused));
        why.ifPresentOrElse(line::say, () -> talk.remind(line, caller));
        return why.isEmpty();
    }

    private Optional<Prompt> closed() {
        return switch (operation.opening()) {
            case OPEN -> Optional.empty();
            case NOT_READY -> Optional.of(GROUP_CLOSED_UNREADY);
            case CLOSED_NOW -> Optional.of(GROUP_CLOSED_NOW);
            case HOLIDAY -> Optional.of(GROUP_CLOSED_TODAY);
            case OUT_OF_HOURS -> Optional.of(GROUP_CLOSED_HOURS);
        };
    }

    private static Spoken paused(Duration left) {
        return Spoken.of(GROUP_PAUSED_BEFORE).then(Spoken.minutes((int) left.plusSeconds(59).toMinutes()))
                .then(GROUP_PAUSED_AFTER);
    }

    private Spoken banned(Ban ban) {
        return Spoken.of(BANNED, reason(ban), BANNED_DAYS_BEFORE).then(Spoken.count(bans.daysLeft(ban), Counted.DAY))
                .then(BANNED_DAYS_AFTER);
    }

    /** How somebody can say that they were kept out wrongly: by a message, which only who is remembered can leave. */
    static Prompt toObject(PhoneLine line, Caller caller) {
        if (caller.account().isPresent()) {
            return BANNED_OBJECT;
        }
        return line.number().isPresent() ? BANNED_OBJECT_UNKNOWN : BANNED_HELP;
    }

    private static Prompt reason(Ban ban) {
        return switch (ban.reason()) {
            case TROUBLED_OTHERS -> BANNED_TROUBLED;
            case SEXUAL -> BANNED_SEXUAL;
            case THREATS -> BANNED_THREATS;
            case MISUSE -> BANNED_MISUSE;
        };
    }
}
