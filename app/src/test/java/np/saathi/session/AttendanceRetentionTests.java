package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.retention.Retention;

class AttendanceRetentionTests extends SessionModuleTest {
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    /** 23:45 of 2 July in Nepal. */
    private static final Instant EVENING = Instant.parse("2026-07-02T18:00:00Z");
    private static final Instant LINE = NOW.minus(Duration.ofDays(90));
    @Autowired
    AttendanceRetention retention;
    @Autowired
    JdbcClient jdbc;
    private int count;

    @BeforeEach
    void aSessionThatIsLongOver() {
        rows.delete();
        count = 0;
        jdbc.sql("""
                INSERT INTO peer_session (id, version, category, language, title, starts_at, duration_minutes, capacity,
                                          room, state)
                VALUES (1, 0, 'stress', 'ne', 'Stress', '2026-07-02 18:00:00', 60, 8, 'room1', 'ENDED')
                """).update();
        jdbc.sql("INSERT INTO account (id, version, role, nickname_first, nickname_second, created_at) "
                + "VALUES ('123456', 0, 'USER', 1, 1, NOW())").update();
    }

    @Test
    void whatIsOlderThanTheLineIsTotalledAndForgotten() {
        took(EVENING, 10, "LEFT", LINE.minusMillis(1));
        took(LINE.minus(Duration.ofMinutes(20)), 10, "LEFT", LINE.plusMillis(1));
        assertThat(retention.forget(NOW, Retention.DEFAULT)).isOne();
        assertThat(jdbc.sql("SELECT id FROM participant WHERE account_id = '123456' AND call_id = 'call.2'")
                .query(Long.class).list()).containsExactly(2L);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM participant WHERE id = 1 AND account_id IS NULL "
                + "AND call_id = 'past.1' AND joined_at IS NULL AND taken_at = left_at AND outcome = 'LEFT'")
                .query(Integer.class).single()).isOne();
        assertThat(rows.in("attendance_day")).isOne();
    }

    @Test
    void totalsAreByDayInNepalAndNobodyIsCountedTwice() {
        took(EVENING, 10, "LEFT", EVENING.plusSeconds(1200));
        took(EVENING.plusSeconds(60), 0, "LEFT", EVENING.plusSeconds(660));
        took(EVENING.plusSeconds(1800), 0, "DROPPED", EVENING.plusSeconds(2400));
        Instant soon = EVENING.plus(Duration.ofDays(91));
        assertThat(retention.forget(soon, Retention.DEFAULT)).isEqualTo(3);
        assertThat(retention.forget(soon, Retention.DEFAULT)).isZero();
        took(EVENING, 0, "LEFT", EVENING.plusSeconds(100));
        assertThat(retention.forget(soon, Retention.DEFAULT)).isOne();
        assertThat(totals()).containsExactly(
                Map.of("day", "2026-07-02", "outcome", "LEFT", "people", 3, "entered", 3, "seconds", 1890L),
                Map.of("day", "2026-07-03", "outcome", "DROPPED", "people", 1, "entered", 1, "seconds", 600L));
    }

    @Test
    void ratingsStayAndBelongToNobody() {
        took(EVENING, 0, "LEFT", EVENING.plusSeconds(600));
        jdbc.sql("INSERT INTO feedback (participant_id, rating, given_at) VALUES (1, 4, NOW())").update();
        retention.forget(NOW.plus(Duration.ofDays(90)), Retention.DEFAULT);
        assertThat(jdbc.sql("SELECT rating FROM feedback").query(Integer.class).list()).containsExactly(4);
        assertThat(jdbc.sql("SELECT account_id FROM participant").query(String.class).list()).containsOnlyNulls();
    }

    @Test
    void whoIsStillInIsNeverForgotten() {
        took(EVENING, 0, null, null);
        assertThat(retention.forget(NOW.plus(Duration.ofDays(900)), Retention.DEFAULT)).isZero();
    }

    @Test
    void manyAreForgottenInOneRun() {
        for (int i = 0; i < 1001; i++) {
            took(EVENING, 0, "LEFT", EVENING.plusSeconds(60));
        }
        assertThat(retention.forget(NOW.plus(Duration.ofDays(90)), Retention.DEFAULT)).isEqualTo(1001);
        assertThat(totals()).singleElement().extracting(row -> row.get("people")).isEqualTo(1001);
    }

    private void took(Instant taken, int secondsBeforeTheRoom, @org.jspecify.annotations.Nullable String outcome,
            @org.jspecify.annotations.Nullable Instant left) {
        count++;
        jdbc.sql("""
                INSERT INTO participant (id, session_id, account_id, call_id, role, language, seat, taken_at, joined_at,
                                         in_room, muted, left_at, outcome)
                VALUES (?, 1, '123456', ?, 'CALLER', 'ne', 1, ?, ?, FALSE, FALSE, ?, ?)
                """).param(count).param("call." + count).param(Timestamp.from(taken))
                .param(Timestamp.from(taken.plusSeconds(secondsBeforeTheRoom)))
                .param(left == null ? null : Timestamp.from(left)).param(outcome).update();
    }

    private List<Map<String, Object>> totals() {
        return jdbc.sql("SELECT CAST(day AS CHAR) AS day, outcome, people, entered, seconds FROM attendance_day "
                + "ORDER BY day, outcome").query(
                        (row, _) -> Map.<String, Object>of("day", row.getString(1), "outcome",
                                row.getString(2), "people", row.getInt(3), "entered", row.getInt(4), "seconds",
                                row.getLong(5)))
                .list();
    }
}
