package np.saathi.analytics;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.telephony.Rounds;

/**
 * Adds up days that are over. Each day is counted in one transaction, under one lock: a second instance, or a second
 * try, finds nothing left to count. What is told of a day after it was counted is counted with the next roll-up.
 */
@Component
class RollUp {
    private static final Logger LOG = LoggerFactory.getLogger(RollUp.class);
    /** After midnight, until calls of the day before are over. */
    private static final Duration LATEST_CALLS = Duration.ofHours(4);
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CallLog calls;
    private final FigureStore store;
    private final Clock clock;
    private final RandomGenerator chance;
    private final Rounds rounds = new Rounds(LOG, "Figures are not added up");

    RollUp(JdbcClient jdbc, TransactionTemplate transaction, CallLog calls, FigureStore store,
            Clock clock, RandomGenerator chance) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.calls = calls;
        this.store = store;
        this.clock = clock;
        this.chance = chance;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void runSafely() {
        rounds.make(this::run);
    }

    void run() {
        transaction.executeWithoutResult(_ -> {
            lock();
            calls.seal();
        });
        LocalDate end = NepalDay.of(clock.instant().minus(LATEST_CALLS));
        for (LocalDate day : daysToCount(end)) {
            transaction.executeWithoutResult(_ -> {
                lock();
                count(day);
            });
        }
    }

    private void lock() {
        jdbc.sql("INSERT INTO roll_up (id, done_at) VALUES (1, :now) ON DUPLICATE KEY UPDATE done_at = :now")
                .param("now", Timestamp.from(clock.instant())).update();
    }

    private List<LocalDate> daysToCount(LocalDate end) {
        return jdbc.sql("""
                SELECT day FROM call_log WHERE NOT rolled AND call_id IS NULL AND day < :end
                UNION SELECT day FROM tally WHERE day < :end
                UNION SELECT day FROM caller_of_day WHERE day < :end ORDER BY day
                """).param("end", Date.valueOf(end)).query(LocalDate.class).list();
    }

    private void count(LocalDate day) {
        Map<Group, Sums> sums = new TreeMap<>(callsOf(day));
        int allCalls = sums.values().stream().mapToInt(Sums::size).sum();
        sums.merge(Group.LINE, new Sums(allCalls, Map.of(Figure.CALLERS, callersOf(day))), Sums::plus);
        tallyOf(day).forEach((group, tallied) -> sums.merge(group, tallied, Sums::plus));
        sums.forEach((group, more) -> grow(group, more, day));
    }

    /** A group grows by a day; once it stands for ten calls, what is told of it is settled for good. */
    private void grow(Group group, Sums more, LocalDate day) {
        Sums grown = store.growing(group).plus(more);
        if (grown.ripe()) {
            store.settle(group, grown.rounded(chance), day);
        } else {
            store.keepGrowing(group, grown);
        }
    }

    private Map<Group, Sums> callsOf(LocalDate day) {
        Map<Group, Sums> sums = new HashMap<>();
        jdbc.sql("""
                SELECT category, language, waited_seconds, COUNT(*) AS calls, SUM(seconds < :short) AS short_calls,
                    SUM(abandoned) AS abandoned, SUM(no_host) AS no_host
                FROM call_log WHERE NOT rolled AND call_id IS NULL AND day = :day
                GROUP BY category, language, waited_seconds
                """).param("short", Figure.SHORT.toSeconds()).param("day", Date.valueOf(day)).query(row -> {
            Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
            figures.put(Figure.SHORT_CALLS, row.getInt("short_calls"));
            figures.put(Figure.ABANDONED, row.getInt("abandoned"));
            figures.put(Figure.NO_HOST, row.getInt("no_host"));
            long waited = row.getLong("waited_seconds");
            if (!row.wasNull()) {
                figures.put(Figure.waited(waited), row.getInt("calls"));
            }
            sums.merge(Group.of(row.getString("category"), row.getString("language")),
                    new Sums(row.getInt("calls"), figures), Sums::plus);
        });
        jdbc.sql("UPDATE call_log SET rolled = TRUE WHERE NOT rolled AND call_id IS NULL AND day = ?")
                .param(Date.valueOf(day)).update();
        return sums;
    }

    /** Read and deleted at once, so that what is told just now is either counted here or stays for the next time. */
    private Map<Group, Sums> tallyOf(LocalDate day) {
        Map<Group, Sums> sums = new HashMap<>();
        jdbc.sql("DELETE FROM tally WHERE day = ? RETURNING category, language, figure, amount")
                .param(Date.valueOf(day)).query(row -> {
                    Group group = new Group(row.getString("category"), row.getString("language"));
                    String name = row.getString("figure");
                    int amount = row.getInt("amount");
                    Figure.find(name).ifPresentOrElse(
                            figure -> sums.merge(group, new Sums(0, Map.of(figure, amount)), Sums::plus),
                            () -> hosted(day, group, name, amount));
                });
        return sums;
    }

    private int callersOf(LocalDate day) {
        return jdbc.sql("DELETE FROM caller_of_day WHERE day = ? RETURNING 1").param(Date.valueOf(day))
                .query(Integer.class).list().size();
    }

    private void hosted(LocalDate day, Group group, String name, int amount) {
        String column = switch (name) {
            case Tally.SESSIONS -> "sessions";
            case Tally.HOST_MINUTES -> "minutes";
            default -> throw new IllegalStateException("Nothing is called " + name);
        };
        jdbc.sql("INSERT INTO hosted (day, category, language, " + column + ") VALUES (:day, :category, :language, :n) "
                + "ON DUPLICATE KEY UPDATE " + column + " = " + column + " + :n").param("day", Date.valueOf(day))
                .param("category", group.category()).param("language", group.language()).param("n", amount).update();
    }
}
