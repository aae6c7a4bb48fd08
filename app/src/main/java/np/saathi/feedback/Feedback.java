package np.saathi.feedback;

import java.sql.Timestamp;
import java.time.Clock;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import np.saathi.session.Participant;

/** What participants say of a session. */
@Service
public class Feedback {
    private final JdbcClient jdbc;
    private final Clock clock;

    Feedback(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a participant's rating; only their first counts.
     *
     * @param participantId {@link Participant#id()}
     * @param rating 1 (did not help at all) to 5 (helped very much)
     * @return false when they had rated before
     */
    public boolean rate(long participantId, int rating) {
        if (rating < 1 || rating > 5) {
            throw new IllegalArgumentException("A rating is 1 to 5");
        }
        try {
            jdbc.sql("INSERT INTO feedback (participant_id, rating, given_at) VALUES (?, ?, ?)")
                    .params(participantId, rating, Timestamp.from(clock.instant())).update();
            return true;
        } catch (DuplicateKeyException ratedBefore) {
            return false;
        }
    }
}
