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
 * @param disguised whether they want to be heard at another pitch, where a group allows it
 */
public record Caller(Optional<AccountId> account, Language language, Optional<String> lastCategory,
        boolean disguised) {

    /** A caller who wants to be heard as they speak. */
    public Caller(Optional<AccountId> account, Language language, Optional<String> lastCategory) {
        this(account, language, lastCategory, false);
    }

    /** Somebody whom we serve and do not remember. */
    public static Caller unknown(Language language) {
        return new Caller(Optional.empty(), language, Optional.empty());
    }

    /** The same caller in another language, for the rest of the call; {@link Callers#speaks} keeps it. */
    public Caller speaking(Language other) {
        return new Caller(account, other, lastCategory, disguised);
    }

    /** The same caller with the voice disguised, or not, for the rest of the call; {@link Callers#disguises} keeps it. */
    public Caller disguised(boolean wanted) {
        return new Caller(account, language, lastCategory, wanted);
    }
}
