package np.saathi.session;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;

/**
 * What a caller told of a room by key 3. Not who told it, nor from which seat.
 *
 * @param times how often it was told, by one or by several
 * @param handledAt when an admin had looked at it; null while it waits for one
 */
public record RoomFlag(long id, int version, long sessionId, Kind kind, int times, Instant raisedAt, Instant lastAt,
        @Nullable Instant handledAt, @Nullable AccountId handledBy) {

    /** What it is about. Told again so soon after, it is the same flag, and nobody is alarmed a second time. */
    public enum Kind {
        /** Somebody in the room troubles another; which seat a caller can't know. The host is whispered so. */
        SOMEBODY(Duration.ofMinutes(1)),
        /** It is the host, who is not told: the duty admin is rung. */
        HOST(Duration.ofMinutes(10));

        private final Duration same;

        Kind(Duration same) {
            this.same = same;
        }

        Duration same() {
            return same;
        }
    }
}
