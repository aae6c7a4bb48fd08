package np.saathi.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.WebTest;

@WebTest
class FeedbackTests {
    @Autowired
    Feedback feedback;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;

    @BeforeEach
    void ashaTookPart() {
        rows.delete();
        jdbc.sql("""
                INSERT INTO peer_session (id, version, category, language, title, starts_at, duration_minutes, capacity,
                                          room, state)
                VALUES (1, 0, 'stress', 'ne', 'Stress', NOW(), 60, 8, 'room1', 'ENDED')
                """).update();
        jdbc.sql("""
                INSERT INTO participant (id, session_id, call_id, role, language, seat, taken_at, in_room, muted, left_at,
                                         outcome)
                VALUES (7, 1, 'asha.1', 'CALLER', 'ne', 1, NOW(), FALSE, FALSE, NOW(), 'ENDED')
                """).update();
    }

    @Test
    void aParticipantRatesOnceAndTheFirstRatingStays() {
        assertThat(feedback.rate(7, 4)).isTrue();
        assertThat(feedback.rate(7, 1)).isFalse();
        assertThat(jdbc.sql("SELECT rating FROM feedback").query(Integer.class).list()).containsExactly(4);
    }

    @Test
    void aRatingIsOneToFive() {
        assertThatThrownBy(() -> feedback.rate(7, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> feedback.rate(7, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(rows.in("feedback")).isZero();
    }
}
