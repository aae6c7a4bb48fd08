package np.saathi.account;

/**
 * An account is being deleted, in the transaction of whoever hears of it by {@code @EventListener}. Rows that refer to
 * it go by themselves (foreign keys); what does not, its files for instance, is to be deleted now.
 */
public record AccountForgotten(AccountId account) {}
