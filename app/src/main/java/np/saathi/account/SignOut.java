package np.saathi.account;

/** An account is to be signed out on the web, everywhere: it may less than before, or is gone. */
public record SignOut(AccountId account) {}
