package np.saathi.joining;

import np.saathi.account.AccountId;

/** Somebody may come into a session by the call that brought this. */
public record Invitation(long sessionId, AccountId account) {}
