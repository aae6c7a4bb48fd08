package np.saathi.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/**
 * Counts wrong PINs by account, for all instances of the app together. A try counts as wrong until it proves right, so
 * that many at once gain nothing.
 */
@Repository
class PinBudgets implements RetentionRule {
    /** Wrong PINs from unknown phones, all accounts of a role together, until an admin opens it. */
    static final int TOTAL = 500;
    private static final Duration WEEK = Duration.ofDays(7);
    private final JdbcClient jdbc;
    private final Clock clock;

    PinBudgets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether {@link #take} would refuse until it is opened: it costs less to ask, and writes nothing. */
    boolean isClosed(Account account, PinBudget budget) {
        return jdbc.sql("SELECT COUNT(*) FROM pin_budget WHERE account_id = ? AND budget = ? AND closed")
                .params(account.id().value(), budget.name()).query(Integer.class).single() > 0;
    }

    /** @return whether a PIN of this account may be looked at; then it is counted */
    @Transactional
    public boolean take(Account account, PinBudget budget) {
        String id = account.id().value();
        // Makes the row or locks it, in one step: what follows is done by one try at a time.
        jdbc.sql("INSERT INTO pin_budget (account_id, budget, since_opened, ever, closed) VALUES (?, ?, 0, 0, FALSE) "
                + "ON DUPLICATE KEY UPDATE ever = ever").params(id, budget.name()).update();
        Used used = jdbc.sql("SELECT since_opened, ever, closed FROM pin_budget "
                + "WHERE account_id = ? AND budget = ? FOR UPDATE").params(id, budget.name())
                .query((row, n) -> new Used(row.getInt(1), row.getInt(2), row.getBoolean(3))).single();
        if (used.closed) {
            return false;
        }
        if (used.sinceOpened >= budget.sinceOpened || used.ever >= budget.ever
                || budget.elsewhere() && ofTheWeek(id) >= budget.inAWeek) {
            jdbc.sql("UPDATE pin_budget SET closed = TRUE WHERE account_id = ? AND budget = ?")
                    .params(id, budget.name()).update();
            return false;
        }
        if (budget.elsewhere() && !takeOfTotal(account.role())) {
            return false;
        }
        jdbc.sql("UPDATE pin_budget SET since_opened = since_opened + 1, ever = ever + 1 "
                + "WHERE account_id = ? AND budget = ?").params(id, budget.name()).update();
        if (budget.elsewhere()) {
            jdbc.sql("INSERT INTO pin_guess (account_id, tried_at) VALUES (?, ?)").params(id, at(clock.instant()))
                    .update();
        }
        return true;
    }

    /** The try was right and does not count. Earlier wrong ones stay. */
    @Transactional
    public void giveBack(Account account, PinBudget budget) {
        String id = account.id().value();
        jdbc.sql("UPDATE pin_budget SET since_opened = GREATEST(0, since_opened - 1), ever = GREATEST(0, ever - 1) "
                + "WHERE account_id = ? AND budget = ?").params(id, budget.name()).update();
        if (budget.elsewhere()) {
            jdbc.sql("DELETE FROM pin_guess WHERE account_id = ? ORDER BY id DESC LIMIT 1").param(id).update();
            jdbc.sql("UPDATE pin_total SET wrong = wrong - 1 WHERE role = ? AND wrong > 0")
                    .param(account.role().name()).update();
        }
    }

    /** Unknown phones may try again, as often as there are tries left of this PIN. */
    @Transactional
    public void open(AccountId account) {
        jdbc.sql("UPDATE pin_budget SET since_opened = 0, closed = FALSE WHERE account_id = ? "
                + "AND budget IN ('VOLUNTEER_ELSEWHERE', 'CALLER_ELSEWHERE')").param(account.value()).update();
        jdbc.sql("DELETE FROM pin_guess WHERE account_id = ?").param(account.value()).update();
    }

    /** There is another PIN: what was tried before says nothing about it. */
    @Transactional
    public void begin(AccountId account) {
        jdbc.sql("DELETE FROM pin_budget WHERE account_id = ?").param(account.value()).update();
        jdbc.sql("DELETE FROM pin_guess WHERE account_id = ?").param(account.value()).update();
    }

    /** Unknown phones may try again, on all accounts of the role. */
    void openAll(Role role) {
        jdbc.sql("UPDATE pin_total SET wrong = 0 WHERE role = ?").param(role.name()).update();
    }

    /** Wrong PINs of all accounts of this role together, from unknown phones, since an admin opened. */
    int total(Role role) {
        return jdbc.sql("SELECT COALESCE(MAX(wrong), 0) FROM pin_total WHERE role = ?").param(role.name())
                .query(Integer.class).single();
    }

    /** Whether an account is closed, from somewhere at least. */
    boolean isClosed(AccountId account) {
        return jdbc.sql("SELECT COUNT(*) FROM pin_budget WHERE account_id = ? AND closed").param(account.value())
                .query(Integer.class).single() > 0;
    }

    /** How many accounts are closed, from somewhere at least. */
    int closed() {
        return jdbc.sql("SELECT COUNT(DISTINCT account_id) FROM pin_budget WHERE closed").query(Integer.class).single();
    }

    @Override
    public int forget(Instant now, Retention spans) {
        return jdbc.sql("DELETE FROM pin_guess WHERE tried_at <= ?").param(at(now.minus(WEEK))).update();
    }

    private int ofTheWeek(String account) {
        return jdbc.sql("SELECT COUNT(*) FROM pin_guess WHERE account_id = ? AND tried_at > ?")
                .params(account, at(clock.instant().minus(WEEK))).query(Integer.class).single();
    }

    private boolean takeOfTotal(Role role) {
        jdbc.sql("INSERT IGNORE INTO pin_total (role, wrong) VALUES (?, 0)").param(role.name()).update();
        return jdbc.sql("UPDATE pin_total SET wrong = wrong + 1 WHERE role = ? AND wrong < ?")
                .params(role.name(), TOTAL).update() == 1;
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    private record Used(int sinceOpened, int ever, boolean closed) {}
}
