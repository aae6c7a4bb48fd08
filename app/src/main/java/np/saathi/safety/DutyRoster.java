package np.saathi.safety;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.identity.Encryptor;

/** Who is rung for crisis calls. Every change is pushed to the exchange's side ({@link CrisisFile}). */
@Service
class DutyRoster {
    private static final String ALL = """
            SELECT id, version, label, seal, number_encrypted, position, times, days, languages, tested_at
            FROM duty_phone
            """;
    private final JdbcClient jdbc;
    private final Encryptor encryptor;
    private final RosterState state;
    private final Clock clock;

    DutyRoster(JdbcClient jdbc, Encryptor encryptor, RosterState state, Clock clock) {
        this.jdbc = jdbc;
        this.encryptor = encryptor;
        this.state = state;
        this.clock = clock;
    }

    /** In the order in which they are rung. */
    List<DutyPhone> all() {
        return jdbc.sql(ALL + "ORDER BY position, id").query(this::phone).list();
    }

    Optional<DutyPhone> find(long id) {
        return jdbc.sql(ALL + "WHERE id = ?").param(id).query(this::phone).optional();
    }

    @Transactional
    public DutyPhone add(DutyPhone.Plan plan) {
        state.change();
        return insert(plan);
    }

    /** Without telling that anything changed. */
    DutyPhone insert(DutyPhone.Plan plan) {
        String seal = UUID.randomUUID().toString();
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO duty_phone (version, label, seal, number_encrypted, position, times, days, languages)
                VALUES (0, ?, ?, ?, ?, ?, ?, ?)
                """).params(plan.label(), seal, sealed(plan, seal), plan.position(), plan.times(), plan.days(),
                plan.languages()).update(id);
        return find(Objects.requireNonNull(id.getKey()).longValue()).orElseThrow();
    }

    /** @throws OptimisticLockingFailureException when another was faster, or it is gone */
    @Transactional
    public DutyPhone change(long id, int version, DutyPhone.Plan plan) {
        state.change();
        String seal = UUID.randomUUID().toString();
        must(jdbc.sql("""
                UPDATE duty_phone SET version = version + 1, label = ?, seal = ?, number_encrypted = ?, position = ?,
                    times = ?, days = ?, languages = ?
                WHERE id = ? AND version = ?
                """).params(plan.label(), seal, sealed(plan, seal), plan.position(), plan.times(), plan.days(),
                plan.languages(), id, version).update());
        return find(id).orElseThrow();
    }

    /** As {@link #change}. */
    @Transactional
    public void remove(long id, int version) {
        state.change();
        must(jdbc.sql("DELETE FROM duty_phone WHERE id = ? AND version = ?").params(id, version).update());
    }

    /** Somebody saw it ring, just now. */
    Optional<DutyPhone> tested(long id) {
        jdbc.sql("UPDATE duty_phone SET tested_at = ? WHERE id = ?").params(Timestamp.from(clock.instant()), id)
                .update();
        return find(id);
    }

    private static void must(int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("This phone was changed or removed by somebody else");
        }
    }

    private byte[] sealed(DutyPhone.Plan plan, String seal) {
        return encryptor.encrypt(plan.number().getBytes(StandardCharsets.UTF_8), context(seal));
    }

    private static String context(String seal) {
        return "duty-phone:" + seal;
    }

    private DutyPhone phone(ResultSet row, int number) throws SQLException {
        byte[] opened = encryptor.decrypt(row.getBytes("number_encrypted"), context(row.getString("seal")));
        Timestamp tested = row.getTimestamp("tested_at");
        return new DutyPhone(row.getLong("id"), row.getInt("version"),
                new DutyPhone.Plan(row.getString("label"), new String(opened, StandardCharsets.UTF_8),
                        row.getInt("position"), row.getString("times"), row.getString("days"),
                        row.getString("languages")),
                tested == null ? null : tested.toInstant());
    }
}
