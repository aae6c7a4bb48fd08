package np.saathi.caller;

import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/**
 * Who calls, as far as we may know.
 *
 * @param account empty for a caller who is not remembered
 * @param language in which to speak with them
 * @param lastCategory what their last group was about, to be offered first
 */
public record Caller(Optional<AccountId> account, Language language, Optional<String> lastCategory) {

    /** Somebody whom we serve and do not remember. */
    public static Caller unknown(Language language) {
        return new Caller(Optional.empty(), language, Optional.empty());
    }

    /** The same caller in another language, for the rest of the call; {@link Callers#speaks} keeps it. */
    public Caller speaking(Language other) {
        return new Caller(account, other, lastCategory);
    }
}
