package np.saathi.caller;

import java.time.Instant;
import java.util.Optional;

import np.saathi.account.AccountId;

/**
 * A phone, maybe a household's, that is kept out of groups for a while.
 *
 * @param by the admin
 * @param reviewAt when it is to be looked at again
 * @param reviewed by whom and when that was last done
 */
public record Ban(long id, int version, Reason reason, AccountId by, Instant at, Instant until, Instant reviewAt,
        Optional<Review> reviewed) {

    /** Told to the caller, in these categories and no other words. */
    public enum Reason {
        TROUBLED_OTHERS, SEXUAL, THREATS, MISUSE
    }

    /** Somebody looked at a ban again. */
    public record Review(AccountId by, Instant at) {}
}
