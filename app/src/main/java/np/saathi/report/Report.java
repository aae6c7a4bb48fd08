package np.saathi.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;

/**
 * A report as it was filed.
 *
 * @param category what the session was about
 * @param host who filed it; null once their account is gone, and then nobody can read their words any more
 * @param hasVoice whether the host said something in addition, by phone
 * @param handledAt when an admin had seen to it
 */
public record Report(long id, int version, long sessionId, String category, @Nullable AccountId host, Answers answers,
        Instant filedAt, boolean hasVoice, @Nullable Instant handledAt, @Nullable AccountId handledBy) {

    /** Whether somebody is still to look after what it tells. */
    public boolean toFollowUp() {
        return handledAt == null && (answers.followUp() || answers.danger());
    }
}
