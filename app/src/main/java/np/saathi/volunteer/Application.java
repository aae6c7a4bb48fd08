package np.saathi.volunteer;

import java.time.Instant;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/**
 * Somebody wants to be a volunteer.
 *
 * @param language in which they would host
 * @param category what they would host for, if they said so
 */
public record Application(AccountId account, Language language, Optional<String> category, Instant appliedAt) {}
