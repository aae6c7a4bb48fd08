package np.saathi.feedback;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountId;
import np.saathi.identity.Encryptor;
import np.saathi.session.Participant;

/** What participants say of a session: each once, by keypad or on the web, also who came into it several times. */
@Service
public class Feedback {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final JdbcClient jdbc;
    private final Encryptor encryptor;
    private final FeedbackVoices voices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Feedback(JdbcClient jdbc, Encryptor encryptor, FeedbackVoices voices, ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.encryptor = encryptor;
        this.voices = voices;
        this.events = events;
        this.clock = clock;
    }

    /** What became of it. */
    enum Given {
        TAKEN,
        /** They had given theirs; the first stays. */
        BEFORE,
        /** They were not in this session. */
        NOT_THERE
    }

    /**
     * Keeps a participant's rating; only their first counts.
     *
     * @param participantId {@link Participant#id()}
     * @param rating 1 (did not help at all) to 5 (helped very much)
     * @return false when they had rated before
     */
    @Transactional
    public boolean rate(long participantId, int rating) {
        mustBeRating(rating);
        List<Long> same = jdbc.sql("""
                SELECT id FROM participant WHERE id = :id OR (session_id, account_id) =
                  (SELECT session_id, account_id FROM participant WHERE id = :id)
                """).param("id", participantId).query(Long.class).list();
        return keep(same, participantId, rating, null);
    }

    /** @param notes what they say in words */
    @Transactional
    Given give(AccountId who, long sessionId, int rating, @Nullable String notes) {
        mustBeRating(rating);
        List<Long> theirs = jdbc.sql("""
                SELECT id FROM participant
                WHERE session_id = ? AND account_id = ? AND role = 'CALLER' AND joined_at IS NOT NULL ORDER BY id
                """).params(sessionId, who.value()).query(Long.class).list();
        if (theirs.isEmpty()) {
            return Given.NOT_THERE;
        }
        return keep(theirs, theirs.getLast(), rating, notes) ? Given.TAKEN : Given.BEFORE;
    }

    /** @param same all participations of this person in this session: locked, so that two answers come one by one */
    private boolean keep(List<Long> same, long participantId, int rating, @Nullable String notes) {
        jdbc.sql("SELECT id FROM participant WHERE id IN (:ids) ORDER BY id FOR UPDATE").param("ids", same)
                .query(Long.class).list();
        if (jdbc.sql("SELECT COUNT(*) FROM feedback WHERE participant_id IN (:ids)").param("ids", same)
                .query(Integer.class).single() > 0) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO feedback (participant_id, rating, given_at, notes) VALUES (:participant, :rating, :now, :notes)
                """).param("participant", participantId).param("rating", rating)
                .param("now", Timestamp.from(clock.instant()))
                .param("notes", notes == null || notes.isBlank() ? null : sealed(notes, participantId)).update();
        tell(participantId, rating);
        return true;
    }

    private static void mustBeRating(int rating) {
        if (rating < 1 || rating > 5) {
            throw new IllegalArgumentException("A rating is 1 to 5");
        }
    }

    /** All of a session, in an order that tells nothing. */
    FeedbackSummary of(long sessionId) {
        List<Answer> answers = jdbc.sql("""
                SELECT f.participant_id, f.rating, f.notes FROM feedback f JOIN participant p ON p.id = f.participant_id
                WHERE p.session_id = ?
                """).param(sessionId)
                .query((row, _) -> new Answer(row.getInt(2), opened(row.getBytes(3), row.getLong(1))))
                .list();
        List<String> notes = answers.stream().map(Answer::notes).filter(words -> !words.isEmpty())
                .collect(Collectors.toList());
        Collections.shuffle(notes, RANDOM);
        return FeedbackSummary.of(sessionId, answers.stream().map(Answer::rating).toList(), notes,
                voices.of(sessionId));
    }

    private record Answer(int rating, String notes) {}

    private byte[] sealed(String notes, long participantId) {
        return encryptor.encrypt(notes.strip().getBytes(StandardCharsets.UTF_8), context(participantId));
    }

    private String opened(byte @Nullable [] sealed, long participantId) {
        return sealed == null
                ? ""
                : new String(encryptor.decrypt(sealed, context(participantId)), StandardCharsets.UTF_8);
    }

    private static String context(long participantId) {
        return "feedback:" + participantId;
    }

    private void tell(long participantId, int rating) {
        jdbc.sql(
                "SELECT p.call_id, s.category, s.language FROM participant p JOIN peer_session s ON s.id = p.session_id "
                        + "WHERE p.id = ?")
                .param(participantId)
                .query((row, n) -> new RatingGiven(UUID.randomUUID(), row.getString(1), row.getString(2),
                        row.getString(3), rating,
                        clock.instant()))
                .optional().ifPresent(events::publishEvent);
    }
}
