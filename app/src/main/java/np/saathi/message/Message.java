package np.saathi.message;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/**
 * A private message, without its content.
 *
 * @param name random; what its content is encrypted for, and the name of its voice's file
 * @param caller whose thread it is in
 * @param fromCaller else from a volunteer
 * @param volunteer who wrote it; of a caller's message for whom it is first
 * @param seconds of a voice message; null for text
 * @param heldBy the volunteer who opened it last
 */
public record Message(long id, String name, AccountId caller, boolean fromCaller, @Nullable AccountId volunteer,
        @Nullable Long sessionId, @Nullable Long inReplyTo, Language language, @Nullable String category,
        @Nullable Integer seconds, Instant sentAt, @Nullable Instant heardAt, @Nullable AccountId heldBy,
        @Nullable Instant heldUntil, @Nullable Instant answeredAt) {

    /** How far it has come. */
    public enum Status {
        NEW,
        /** A volunteer has opened it and may be answering. */
        HELD, HEARD, ANSWERED
    }

    public Status status(Instant now) {
        if (answeredAt != null) {
            return Status.ANSWERED;
        }
        if (heldUntil != null && now.isBefore(heldUntil)) {
            return Status.HELD;
        }
        return heardAt == null ? Status.NEW : Status.HEARD;
    }

    public boolean isVoice() {
        return seconds != null;
    }

    /** Whether this volunteer may read it now: what they wrote, what they hold, and what they have answered. */
    boolean isReadableBy(AccountId volunteerId, Instant now) {
        if (!fromCaller) {
            return Optional.ofNullable(volunteer).filter(volunteerId::equals).isPresent();
        }
        return Optional.ofNullable(heldBy).filter(volunteerId::equals).isPresent()
                && (status(now) == Status.HELD || status(now) == Status.ANSWERED);
    }
}
