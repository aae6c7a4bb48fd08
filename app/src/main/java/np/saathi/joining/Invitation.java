package np.saathi.joining;

import java.util.Optional;

import np.saathi.account.AccountId;

/**
 * Somebody may come into a session by the call that brought this.
 *
 * @param account empty for a phone that asked to be rung and to be remembered for nothing else
 */
public record Invitation(long sessionId, Optional<AccountId> account) {

    public Invitation(long sessionId, AccountId account) {
        this(sessionId, Optional.of(account));
    }
}
