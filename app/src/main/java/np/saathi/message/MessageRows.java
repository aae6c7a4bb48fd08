package np.saathi.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;

/** The table of messages. */
@Repository
class MessageRows {
    private static final String ALL = "SELECT * FROM private_message ";
    /**
     * What a volunteer may know of: callers' messages that they could answer, unless another has; those first meant for
     * another once these have had their time; and what they hold, answered or wrote themselves.
     */
    private static final String FOR_VOLUNTEER = """
            WHERE (from_caller AND answered_at IS NULL AND :certified AND language IN (:languages)
                   AND (category IS NULL OR category IN (:categories))
                   AND (volunteer_id IS NULL OR volunteer_id = :me OR sent_at <= :late))
               OR (from_caller AND held_by = :me AND (answered_at IS NOT NULL OR held_until > :now))
               OR (NOT from_caller AND volunteer_id = :me)
            """;
    private static final String WAITING = "WHERE from_caller AND answered_at IS NULL ";
    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Message message, byte @Nullable [] text) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO private_message (name, caller_id, from_caller, volunteer_id, session_id, in_reply_to, language,
                  category, text, seconds, sent_at)
                VALUES (:name, :caller, :fromCaller, :volunteer, :session, :reply, :language, :category, :text, :seconds,
                  :sent)
                """).param("name", message.name()).param("caller", message.caller().value())
                .param("fromCaller", message.fromCaller()).param("volunteer", value(message.volunteer()))
                .param("session", message.sessionId()).param("reply", message.inReplyTo())
                .param("language", message.language().code()).param("category", message.category())
                .param("text", text).param("seconds", message.seconds()).param("sent", at(message.sentAt()))
                .update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    Optional<Message> find(long id) {
        return jdbc.sql(ALL + "WHERE id = ?").param(id).query(MessageRows::message).optional();
    }

    byte @Nullable [] text(long id) {
        return jdbc.sql("SELECT text FROM private_message WHERE id = ?").param(id)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1))).single().orElse(null);
    }

    List<Message> ofCaller(AccountId caller, long offset, int size) {
        return jdbc.sql(ALL + "WHERE caller_id = ? ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(caller.value(), size, offset).query(MessageRows::message).list();
    }

    long countOfCaller(AccountId caller) {
        return jdbc.sql("SELECT COUNT(*) FROM private_message WHERE caller_id = ?").param(caller.value())
                .query(Long.class).single();
    }

    List<Message> forVolunteer(Volunteer me, Instant late, Instant now, long offset, int size) {
        return scope(jdbc.sql(ALL + FOR_VOLUNTEER + "ORDER BY id DESC LIMIT :size OFFSET :offset"), me, late, now)
                .param("size", size).param("offset", offset).query(MessageRows::message).list();
    }

    long countForVolunteer(Volunteer me, Instant late, Instant now) {
        return scope(jdbc.sql("SELECT COUNT(*) FROM private_message " + FOR_VOLUNTEER), me, late, now)
                .query(Long.class).single();
    }

    /** Callers' messages that nobody has answered, the earliest first. */
    List<Message> waiting(long offset, int size) {
        return jdbc.sql(ALL + WAITING + "ORDER BY id LIMIT ? OFFSET ?").params(size, offset)
                .query(MessageRows::message).list();
    }

    long countWaiting() {
        return jdbc.sql("SELECT COUNT(*) FROM private_message " + WAITING).query(Long.class).single();
    }

    /** Whether this volunteer may know of it. */
    boolean concerns(long id, Volunteer me, Instant late, Instant now) {
        return scope(jdbc.sql("SELECT COUNT(*) FROM (" + ALL + FOR_VOLUNTEER + ") mine WHERE id = :id"), me, late, now)
                .param("id", id).query(Integer.class).single() > 0;
    }

    private static StatementSpec scope(StatementSpec statement, Volunteer me, Instant late, Instant now) {
        return statement.param("me", me.account().value())
                .param("certified", me.training() == Training.CERTIFIED)
                .param("languages", codes(me.languages().stream().map(Language::code)))
                .param("categories", codes(me.categories().stream())).param("late", at(late)).param("now", at(now));
    }

    /** SQL knows no empty list. */
    private static Set<String> codes(Stream<String> codes) {
        return Stream.concat(codes, Stream.of("")).collect(Collectors.toSet());
    }

    /** Callers' messages that this volunteer could open now: those they hold, then the earliest. */
    List<Message> openTo(Volunteer me, Instant late, Instant now, int most) {
        return scope(jdbc.sql("SELECT * FROM (" + ALL + FOR_VOLUNTEER + """
                ) mine WHERE from_caller AND answered_at IS NULL
                  AND (held_until IS NULL OR held_until <= :now OR held_by = :me)
                ORDER BY COALESCE(held_by = :me AND held_until > :now, FALSE) DESC, id LIMIT :most
                """), me, late, now).param("most", most).query(MessageRows::message).list();
    }

    /** Whoever held it has not heard it: others can open it now, and it is told of if nobody does. */
    void giveBack(long id, AccountId volunteer) {
        jdbc.sql("UPDATE private_message SET held_by = NULL, held_until = NULL, heard_at = NULL "
                + "WHERE id = ? AND held_by = ? AND answered_at IS NULL").params(id, volunteer.value()).update();
    }

    /** @return false when another has it, or has answered it */
    boolean hold(long id, AccountId volunteer, Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE private_message SET held_by = :me, held_until = :until, heard_at = COALESCE(heard_at, :now)
                WHERE id = :id AND answered_at IS NULL
                  AND (held_until IS NULL OR held_until <= :now OR held_by = :me)
                """).param("me", volunteer.value()).param("until", at(until)).param("now", at(now)).param("id", id)
                .update() == 1;
    }

    /** The one that this volunteer holds and that is meant by an answer. */
    Optional<Message> held(AccountId volunteer, @Nullable Long id, @Nullable AccountId caller, Instant now) {
        return jdbc.sql(ALL + """
                WHERE from_caller AND held_by = :me AND (held_until > :now OR answered_at IS NOT NULL)
                  AND (:id IS NULL OR id = :id) AND (:caller IS NULL OR caller_id = :caller)
                ORDER BY answered_at IS NULL DESC, id DESC LIMIT 1 FOR UPDATE
                """).param("me", volunteer.value()).param("now", at(now)).param("id", id)
                .param("caller", value(caller)).query(MessageRows::message).optional();
    }

    void answered(long id, Instant now) {
        jdbc.sql("UPDATE private_message SET answered_at = COALESCE(answered_at, ?) WHERE id = ?").params(at(now), id)
                .update();
    }

    void heard(long id, Instant now) {
        jdbc.sql("UPDATE private_message SET heard_at = COALESCE(heard_at, ?) WHERE id = ?").params(at(now), id)
                .update();
    }

    /** The volunteers' messages that this caller has not heard, the earliest first. */
    List<Message> unheardBy(AccountId caller) {
        return jdbc.sql(ALL + "WHERE caller_id = ? AND NOT from_caller AND heard_at IS NULL ORDER BY id")
                .param(caller.value()).query(MessageRows::message).list();
    }

    int sentSince(AccountId caller, Instant moment) {
        return jdbc.sql("SELECT COUNT(*) FROM private_message WHERE caller_id = ? AND from_caller AND sent_at > ?")
                .params(caller.value(), at(moment)).query(Integer.class).single();
    }

    /** Whether a volunteer has written to this caller, or hosted a session in which they were. */
    boolean haveMet(AccountId caller, AccountId volunteer) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM private_message
                               WHERE caller_id = :caller AND volunteer_id = :volunteer AND NOT from_caller)
                    OR EXISTS (SELECT 1 FROM participant c JOIN participant h ON h.session_id = c.session_id
                               WHERE c.account_id = :caller AND h.account_id = :volunteer AND h.role IN ('HOST', 'COACHED'))
                """).param("caller", caller.value()).param("volunteer", volunteer.value()).query(Boolean.class)
                .single();
    }

    boolean wasIn(AccountId caller, long sessionId) {
        return jdbc.sql("SELECT COUNT(*) FROM participant WHERE session_id = ? AND account_id = ?")
                .params(sessionId, caller.value()).query(Integer.class).single() > 0;
    }

    /** Callers' messages sent until this moment that nobody has opened or been told of; locked. */
    List<Message> unheardSince(Instant moment) {
        return jdbc.sql(ALL + """
                WHERE from_caller = TRUE AND heard_at IS NULL AND alerted_at IS NULL AND sent_at <= ?
                ORDER BY sent_at, id LIMIT 100 FOR UPDATE SKIP LOCKED
                """).param(at(moment)).query(MessageRows::message).list();
    }

    void alerted(long id, Instant now) {
        jdbc.sql("UPDATE private_message SET alerted_at = ? WHERE id = ?").params(at(now), id).update();
    }

    /** @return names of those that go */
    List<String> due(Instant heardBefore, Instant sentBefore) {
        return jdbc.sql("SELECT name FROM private_message WHERE heard_at < ? OR sent_at < ? LIMIT 500")
                .params(at(heardBefore), at(sentBefore)).query(String.class).list();
    }

    /** Names of the voices in this caller's thread. */
    List<String> voicesOf(AccountId caller) {
        return jdbc.sql("SELECT name FROM private_message WHERE caller_id = ? AND seconds IS NOT NULL")
                .param(caller.value()).query(String.class).list();
    }

    void delete(String name) {
        jdbc.sql("DELETE FROM private_message WHERE name = ?").param(name).update();
    }

    boolean isThere(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM private_message WHERE name = ?").param(name).query(Integer.class)
                .single() > 0;
    }

    private static Message message(ResultSet row, int n) throws SQLException {
        return new Message(row.getLong("id"), row.getString("name"), new AccountId(row.getString("caller_id")),
                row.getBoolean("from_caller"), account(row.getString("volunteer_id")),
                row.getObject("session_id", Long.class), row.getObject("in_reply_to", Long.class),
                new Language(row.getString("language")), row.getString("category"),
                row.getObject("seconds", Integer.class), row.getTimestamp("sent_at").toInstant(),
                instant(row.getTimestamp("heard_at")), account(row.getString("held_by")),
                instant(row.getTimestamp("held_until")), instant(row.getTimestamp("answered_at")));
    }

    private static @Nullable AccountId account(@Nullable String id) {
        return id == null ? null : new AccountId(id);
    }

    private static @Nullable String value(@Nullable AccountId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }
}
