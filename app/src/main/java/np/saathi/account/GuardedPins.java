package np.saathi.account;

import java.util.Optional;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Looks at PINs as long as few enough were wrong: ADR 0020. Health {@code guardedPins} tells how many accounts are
 * closed; it is never down, for that concerns no call. Do not call in a transaction: a try that is rolled back never was.
 */
@Service
public class GuardedPins implements HealthIndicator {
    private final Accounts accounts;
    private final PinBudgets budgets;

    GuardedPins(Accounts accounts, PinBudgets budgets) {
        this.accounts = accounts;
        this.budgets = budgets;
    }

    /**
     * @param role an account of any other is answered as a wrong PIN, after the same time
     * @param weak whether the rule for volunteers forbids this PIN by now: then it opens from the known phone only
     */
    public PinTry look(AccountId id, Pin pin, Role role, PinPlace place, boolean weak) {
        Optional<Account> account = accounts.find(id).filter(found -> found.role() == role);
        if (account.isEmpty() || weak && place == PinPlace.ELSEWHERE) {
            accounts.lookAtNothing(pin, place);
            return new PinTry.Wrong();
        }
        PinBudget budget = PinBudget.of(role, place, weak);
        if (budgets.isClosed(account.get(), budget) || !budgets.take(account.get(), budget)) {
            accounts.waitAsForAHash();
            return new PinTry.UsedUp();
        }
        PinTry answer = look(id, pin, role, place);
        if (answer instanceof PinTry.Right) {
            budgets.giveBack(account.get(), budget);
            if (place != PinPlace.ELSEWHERE) {
                budgets.open(id);
            }
        }
        return answer;
    }

    /** For who has proved to be the owner by other means. */
    public PinTry lookUncounted(AccountId id, Pin pin, Role role) {
        return look(id, pin, role, PinPlace.KNOWN_PHONE);
    }

    private PinTry look(AccountId id, Pin pin, Role role, PinPlace place) {
        return accounts.unlock(id, pin, place).filter(found -> found.role() == role).<PinTry>map(PinTry.Right::new)
                .orElseGet(PinTry.Wrong::new);
    }

    /** Whether so many PINs of an account were wrong that no more are looked at from unknown phones, or from its own. */
    public boolean isClosed(AccountId id) {
        return budgets.isClosed(id);
    }

    /** Its owner or an admin says that unknown phones may try again. */
    public void open(AccountId id) {
        budgets.open(id);
    }

    /** An admin has looked: unknown phones may try again, on every account. */
    public void openAll() {
        budgets.openAll(Role.CMHV);
        budgets.openAll(Role.USER);
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetail("accountsClosed", budgets.closed())
                    .withDetail("wrongOfVolunteers", budgets.total(Role.CMHV))
                    .withDetail("wrongOfCallers", budgets.total(Role.USER)).withDetail("most", PinBudgets.TOTAL)
                    .build();
        } catch (DataAccessException e) {
            return Health.unknown().withException(e).build(); // the database's own health is down then
        }
    }
}
