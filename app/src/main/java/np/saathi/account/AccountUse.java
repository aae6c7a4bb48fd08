package np.saathi.account;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import np.saathi.support.DatabaseOutage;
import np.saathi.support.DatabaseWatch;

/** On which day an account was last used. */
@Component
class AccountUse {
    private final JdbcClient jdbc;
    private final DatabaseWatch database;
    private final Clock clock;

    AccountUse(JdbcClient jdbc, DatabaseWatch database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Written once a day at most. Who uses it does not depend on it: in an outage it is left out, and a later use is
     * written.
     */
    void today(AccountId id) {
        if (!database.takesWrites()) {
            return;
        }
        Date today = day(clock.instant());
        try {
            jdbc.sql("UPDATE account SET last_used_on = ? WHERE id = ? AND (last_used_on IS NULL OR last_used_on < ?)")
                    .params(today, id.value(), today).update();
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.isBehind(failure)) {
                throw failure;
            }
            database.failed(failure);
        }
    }

    /** Empty when it was not used since it was made. */
    Optional<LocalDate> lastOf(AccountId id) {
        return jdbc.sql("SELECT last_used_on FROM account WHERE id = ? AND last_used_on IS NOT NULL").param(id.value())
                .query(LocalDate.class).optional();
    }

    /** Callers' accounts that nobody used since this moment. */
    List<AccountId> notSince(Instant line) {
        return jdbc.sql("""
                SELECT id FROM account WHERE role = 'USER' AND created_at < :line
                    AND (last_used_on IS NULL OR last_used_on < :day)
                """).param("line", Timestamp.from(line)).param("day", day(line)).query(String.class).list().stream()
                .map(AccountId::new).toList();
    }

    private static Date day(Instant instant) {
        return Date.valueOf(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
