package np.saathi.session;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

import np.saathi.telephony.CallId;

interface ParticipantRepository extends CrudRepository<Participant, Long> {

    List<Participant> findBySessionIdAndLeftAtIsNullOrderById(long sessionId);

    Optional<Participant> findByCallIdAndLeftAtIsNull(CallId call);

    Optional<Participant> findFirstByCallIdOrderByIdDesc(CallId call);

    /** @param account an id; empty for who has none */
    @Query("""
            SELECT COUNT(*) FROM participant WHERE session_id = :sessionId AND outcome = 'REMOVED'
              AND (call_id = :call OR account_id = :account)
            """)
    int countRemoved(long sessionId, CallId call, String account);
}
