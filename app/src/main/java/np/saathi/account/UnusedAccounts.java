package np.saathi.account;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/**
 * Forgets callers' accounts that nobody used for long, in the same way as when their owner wants it. Those of volunteers
 * and admins end by an admin's hand only.
 */
@Component
class UnusedAccounts implements RetentionRule {
    private final Accounts accounts;
    private final AccountUse use;

    UnusedAccounts(Accounts accounts, AccountUse use) {
        this.accounts = accounts;
        this.use = use;
    }

    @Override
    public int forget(Instant now, Retention spans) {
        List<AccountId> unused = use.notSince(Retention.before(now, spans.unusedAccountDays()));
        unused.forEach(accounts::forget);
        return unused.size();
    }
}
