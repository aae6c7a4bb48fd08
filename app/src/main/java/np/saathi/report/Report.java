package np.saathi.report;

import java.time.Instant;

import np.saathi.account.AccountId;

/**
 * A report as it was filed.
 *
 * @param hasVoice whether the host said something in addition, by phone
 */
public record Report(long id, int version, long sessionId, AccountId host, Answers answers, Instant filedAt,
        boolean hasVoice) {}
