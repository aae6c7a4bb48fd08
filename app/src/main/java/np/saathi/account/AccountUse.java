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

/** On which day an account was last used. */
@Component
class AccountUse {
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
