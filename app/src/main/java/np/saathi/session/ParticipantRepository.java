package np.saathi.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

import np.saathi.account.AccountId;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Seat;

interface ParticipantRepository extends CrudRepository<Participant, Long> {

    List<Participant> findBySessionIdAndLeftAtIsNullOrderById(long sessionId);

    Optional<Participant> findByCallIdAndLeftAtIsNull(CallId call);

    Optional<Participant> findFirstByCallIdOrderByIdDesc(CallId call);

    /** The last time that a remembered caller took a seat. */
    Optional<Participant> findFirstByAccountIdAndRoleOrderByIdDesc(AccountId accountId, Seat.Role role);

    /** How often this call or account was in a room. @param account an id; empty for who has none */
    @Query("""
            SELECT COUNT(*) FROM participant WHERE role = 'CALLER' AND joined_at IS NOT NULL
              AND (call_id = :call OR account_id = :account)
            """)
    int countEntered(CallId call, String account);

    /** Seconds that this account was in rooms since then. */
    @Query("""
            SELECT COALESCE(SUM(TIMESTAMPDIFF(SECOND, GREATEST(joined_at, :since), COALESCE(left_at, :now))), 0)
            FROM participant
            WHERE account_id = :account AND role = 'CALLER' AND joined_at IS NOT NULL
              AND COALESCE(left_at, :now) > :since
            """)
    long secondsInRooms(String account, Instant since, Instant now);
    /** Hosts in a room, or in a talk of two, who were neither heard nor pressed a key since that moment. */
    @Query("""
            SELECT * FROM participant
            WHERE role = 'HOST' AND left_at IS NULL AND (in_room OR in_talk)
              AND GREATEST(COALESCE(joined_at, taken_at), COALESCE(heard_at, taken_at)) <= :moment
            """)
    List<Participant> hostsWithoutSignSince(Instant moment);

    /** @param account an id; empty for who has none */
    @Query("""
            SELECT COUNT(*) FROM participant WHERE session_id = :sessionId AND outcome = 'REMOVED'
              AND (call_id = :call OR account_id = :account)
            """)
    int countRemoved(long sessionId, CallId call, String account);

    /** How often this volunteer was taken out of a session that they led. */
    @Query("""
            SELECT COUNT(*) FROM participant WHERE session_id = :sessionId AND account_id = :volunteer
              AND role IN ('HOST', 'COACHED') AND outcome = 'REMOVED'
            """)
    int countTakenFrom(long sessionId, AccountId volunteer);
}
