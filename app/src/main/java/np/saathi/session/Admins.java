package np.saathi.session;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Role;

/** Who may moderate any room. */
interface Admins {

    boolean contains(AccountId who);

    /** As the accounts have it. */
    @Component
    class OfAccounts implements Admins {
        private final Accounts accounts;

        OfAccounts(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        public boolean contains(AccountId who) {
            return accounts.find(who).filter(account -> account.role() == Role.ADMIN).isPresent();
        }
    }
}
