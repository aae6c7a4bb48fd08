package np.saathi.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.web.Problem;

/** The public help numbers. Every change is pushed to the exchange's side ({@link CrisisFile}). */
@Service
class Helplines {
    /** As many as can be remembered, and read twice in time. */
    static final int READ_FIRST = 2;
    private static final String ALL = """
            SELECT id, version, prompt, dial, spoken, reading, position, times, days, languages, tested_at FROM helpline
            """;
    private final JdbcClient jdbc;
    private final RosterState state;
    private final Clock clock;

    Helplines(JdbcClient jdbc, RosterState state, Clock clock) {
        this.jdbc = jdbc;
        this.state = state;
        this.clock = clock;
    }

    /** In the order in which they are dialled, or read. */
    List<Helpline> all() {
        return jdbc.sql(ALL + "ORDER BY position, id").query(Helplines::helpline).list();
    }

    Optional<Helpline> find(long id) {
        return jdbc.sql(ALL + "WHERE id = ?").param(id).query(Helplines::helpline).optional();
    }

    /** @throws Problem when it should be read first, and two are */
    @Transactional
    public Helpline add(Helpline.Plan plan) {
        state.change();
        Helpline added = insert(plan);
        notTooMany();
        return added;
    }

    /** Without telling that anything changed. */
    Helpline insert(Helpline.Plan plan) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO helpline (version, prompt, dial, spoken, reading, position, times, days, languages)
                VALUES (0, :prompt, :dial, :spoken, :reading, :position, :times, :days, :languages)
                """).param("prompt", plan.prompt()).param("dial", plan.dial()).param("spoken", plan.spoken())
                .param("reading", name(plan)).param("position", plan.position()).param("times", plan.times())
                .param("days", plan.days()).param("languages", plan.languages()).update(id);
        return find(Objects.requireNonNull(id.getKey()).longValue()).orElseThrow();
    }

    /**
     * @throws OptimisticLockingFailureException when another was faster, or it is gone
     * @throws Problem when it should be read first, and two are
     */
    @Transactional
    public Helpline change(long id, int version, Helpline.Plan plan) {
        state.change();
        must(jdbc.sql("""
                UPDATE helpline SET version = version + 1, prompt = :prompt, dial = :dial, spoken = :spoken,
                    reading = :reading, position = :position, times = :times, days = :days, languages = :languages
                WHERE id = :id AND version = :version
                """).param("prompt", plan.prompt()).param("dial", plan.dial()).param("spoken", plan.spoken())
                .param("reading", name(plan)).param("position", plan.position()).param("times", plan.times())
                .param("days", plan.days()).param("languages", plan.languages()).param("id", id)
                .param("version", version).update());
        notTooMany();
        return find(id).orElseThrow();
    }

    /** @throws OptimisticLockingFailureException when another was faster, or it is gone */
    @Transactional
    public void remove(long id, int version) {
        state.change();
        must(jdbc.sql("DELETE FROM helpline WHERE id = ? AND version = ?").params(id, version).update());
    }

    /** Somebody reached it, just now. */
    Optional<Helpline> tested(long id) {
        jdbc.sql("UPDATE helpline SET tested_at = ? WHERE id = ?").params(Timestamp.from(clock.instant()), id)
                .update();
        return find(id);
    }

    private void notTooMany() {
        if (all().stream().filter(helpline -> helpline.isRead(Helpline.Reading.FIRST)).count() > READ_FIRST) {
            throw Problem.unprocessable("too-many-read-first",
                    READ_FIRST + " numbers at most are read first: more can't be remembered");
        }
    }

    private static void must(int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("This helpline was changed or removed by somebody else");
        }
    }

    private static @Nullable String name(Helpline.Plan plan) {
        return plan.reading() == null ? null : plan.reading().name();
    }

    private static Helpline helpline(ResultSet row, int number) throws SQLException {
        String reading = row.getString("reading");
        Timestamp tested = row.getTimestamp("tested_at");
        return new Helpline(row.getLong("id"), row.getInt("version"),
                new Helpline.Plan(row.getString("prompt"), row.getString("dial"), row.getString("spoken"),
                        reading == null ? null : Helpline.Reading.valueOf(reading), row.getInt("position"),
                        row.getString("times"), row.getString("days"), row.getString("languages")),
                tested == null ? null : tested.toInstant());
    }
}
