package np.saathi.analytics;

import java.sql.Date;
import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.identity.NumberHasher;

/** Counts what is no call, until the day's roll-up. An event that is told twice counts once. */
@Repository
class Tally {
    static final String SESSIONS = "sessions";
    static final String HOST_MINUTES = "host_minutes";
    private final JdbcClient jdbc;
    private final NumberHasher hasher;

    Tally(JdbcClient jdbc, NumberHasher hasher) {
        this.jdbc = jdbc;
        this.hasher = hasher;
    }

    void add(UUID event, Instant at, Group group, Figure figure, long amount) {
        add(event, at, group, figure.column(), amount);
    }

    void add(UUID event, Instant at, Group group, String figure, long amount) {
        jdbc.sql("INSERT IGNORE INTO tally (event_id, figure, day, category, language, amount) "
                + "VALUES (?, ?, ?, ?, ?, ?)").params(event.toString(), figure, Date.valueOf(NepalDay.of(at)),
                        group.category(), group.language(), amount)
                .update();
    }

    /** Counts a remembered caller once a day, by a hash that nothing else has and that no other day shares. */
    void caller(String account, Instant at) {
        Date day = Date.valueOf(NepalDay.of(at));
        jdbc.sql("INSERT IGNORE INTO caller_of_day (day, hash) VALUES (?, ?)")
                .params(day, callerOfDay(day, account)).update();
    }

    /** A caller who is forgotten is not counted on days that are not rolled up yet. */
    void forget(String account) {
        jdbc.sql("SELECT DISTINCT day FROM caller_of_day").query(Date.class).list()
                .forEach(day -> jdbc.sql("DELETE FROM caller_of_day WHERE day = ? AND hash = ?")
                        .params(day, callerOfDay(day, account)).update());
    }

    private String callerOfDay(Date day, String account) {
        return hasher.hash("caller-of-day", day + " " + account).hex();
    }
}
