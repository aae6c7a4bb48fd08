package np.saathi.account;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionRule;

/**
 * Knows on which day an account was last used, and deletes callers' accounts that nobody used for long, with all that
 * hangs on them. Those of volunteers and admins end by an admin's hand only.
 */
@Component
class AccountUse implements RetentionRule {
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountUse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Written once a day at most. */
    void today(AccountId id) {
        Date today = day(clock.instant());
        jdbc.sql("UPDATE account SET last_used_on = ? WHERE id = ? AND (last_used_on IS NULL OR last_used_on < ?)")
                .params(today, id.value(), today).update();
    }

    @Override
    public int forget(Instant now, Retention spans) {
        Instant line = Retention.before(now, spans.unusedAccountDays());
        return jdbc.sql("""
                DELETE FROM account WHERE role = 'USER' AND created_at < :line
                    AND (last_used_on IS NULL OR last_used_on < :day)
                """).param("line", Timestamp.from(line)).param("day", day(line)).update();
    }

    private static Date day(Instant instant) {
        return Date.valueOf(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
