package np.saathi.analytics;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.session.Outcome;
import np.saathi.session.VisitEnded;
import np.saathi.telephony.CallId;
import np.saathi.telephony.CallServed;

/**
 * A row for each call. What is told of one comes from several sides and in any order, maybe twice: each adds what it
 * knows. {@link #seal} ends that.
 */
@Repository
class CallLog {
    /** After its end, until which something may still be told of a call. */
    private static final Duration LATE = Duration.ofMinutes(15);
    /** No call is this long: what is told later comes too late, and what is open then is over. */
    private static final Duration LONGEST = Duration.ofHours(4);
    private final JdbcClient jdbc;
    private final Clock clock;

    CallLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins a row for remembered callers only. Whoever agreed to nothing, or to be forgotten, leaves no row by calling
     * (product.md: nothing is written before key 1); if they came into a group, {@link #visited} has one.
     */
    void served(CallServed call) {
        if (tooLate(call.to())) {
            return;
        }
        if (call.caller().isPresent()) {
            seen(call.call(), call.from(), call.to());
        }
        jdbc.sql("UPDATE call_log SET started_at = LEAST(started_at, ?), ended_at = GREATEST(ended_at, ?) "
                + "WHERE call_id = ?").params(Timestamp.from(call.from()), Timestamp.from(call.to()),
                        call.call().value())
                .update();
        jdbc.sql("UPDATE call_log SET door = ?, step = ? WHERE call_id = ?")
                .params(call.door().name(), call.step().name(), call.call().value()).update();
        call.language().ifPresent(language -> jdbc.sql("UPDATE call_log SET language = ? WHERE call_id = ?")
                .params(language.code(), call.call().value()).update());
    }

    void visited(VisitEnded visit) {
        if (tooLate(visit.at())) {
            return;
        }
        seen(new CallId(visit.call()), visit.at().minus(visit.waited()).minus(visit.talked()), visit.at());
        jdbc.sql("""
                UPDATE call_log SET category = ?, language = COALESCE(language, ?),
                    waited_seconds = GREATEST(COALESCE(waited_seconds, 0), ?), abandoned = abandoned OR ?,
                    no_host = no_host OR ? WHERE call_id = ?
                """).params(visit.category(), visit.language(), visit.waited().toSeconds(), visit.abandoned(),
                visit.outcome() == Outcome.CANCELLED, visit.call()).update();
    }

    void hungUp(CallId call, Instant at) {
        jdbc.sql("UPDATE call_log SET ended_at = GREATEST(ended_at, ?) WHERE call_id = ?")
                .params(Timestamp.from(at), call.value()).update();
    }

    /** A phone of the house calls: whatever is told of this call counts nowhere. */
    void test(CallId call, Instant at) {
        seen(call, at, at);
        jdbc.sql("UPDATE call_log SET test = TRUE WHERE call_id = ?").param(call.value()).update();
    }

    boolean isTest(CallId call) {
        return jdbc.sql("SELECT COUNT(*) FROM call_log WHERE call_id = ? AND test").param(call.value())
                .query(Integer.class).single() > 0;
    }

    private void seen(CallId call, Instant from, Instant to) {
        jdbc.sql("""
                INSERT INTO call_log (call_id, started_at, ended_at, day, seconds, abandoned, no_host, rolled)
                VALUES (?, ?, ?, ?, 0, FALSE, FALSE, FALSE)
                ON DUPLICATE KEY UPDATE day = IF(VALUES(started_at) < started_at, VALUES(day), day),
                    started_at = LEAST(started_at, VALUES(started_at)),
                    ended_at = GREATEST(ended_at, VALUES(ended_at))
                """).params(call.value(), Timestamp.from(from), Timestamp.from(to), Date.valueOf(NepalDay.of(from)))
                .update();
    }

    /** Lets go of what could lead from a call to anything else: its name, and the moment at which it began. */
    void seal() {
        Timestamp told = Timestamp.from(clock.instant().minus(LATE));
        Timestamp over = Timestamp.from(clock.instant().minus(LONGEST));
        jdbc.sql("DELETE FROM call_log WHERE test AND (ended_at < ? AND door IS NOT NULL OR ended_at < ?)")
                .params(told, over).update();
        jdbc.sql("""
                UPDATE call_log SET seconds = GREATEST(0, TIMESTAMPDIFF(SECOND, started_at, ended_at)),
                    started_at = DATE_FORMAT(started_at, '%Y-%m-%d %H:00:00'), ended_at = NULL, call_id = NULL
                WHERE call_id IS NOT NULL AND (ended_at < ? AND door IS NOT NULL OR ended_at < ?)
                """).params(told, over).update();
    }

    /** @return how many rows were deleted: calls that were counted, and that began before this day */
    int forget(LocalDate before) {
        return jdbc.sql("DELETE FROM call_log WHERE rolled AND day < ?").param(Date.valueOf(before)).update();
    }

    private boolean tooLate(Instant at) {
        return at.isBefore(clock.instant().minus(LONGEST));
    }
}
