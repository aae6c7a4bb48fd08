package np.saathi.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;

/** Something that a host did in their room. Of the one it was done to only the seat is kept; {@code host} is null for who
 * came from the duty roster. */
public record ModerationAct(long sessionId, @Nullable AccountId host, Action action, @Nullable Integer seat,
        @Nullable Integer minutes, Instant at) {

    /** What a host can do. */
    public enum Action {
        MUTE, UNMUTE, REMOVE, LOCK, UNLOCK, EXTEND, END, CHILD, FLOOR, LOWER, MUTE_ALL, OPEN_ALL, TALK, TAKE
    }
}
