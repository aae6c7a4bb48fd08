package np.saathi.session;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

import np.saathi.telephony.CallId;

interface ParticipantRepository extends CrudRepository<Participant, Long> {

    List<Participant> findBySessionIdAndLeftAtIsNullOrderById(long sessionId);

    Optional<Participant> findByCallIdAndLeftAtIsNull(CallId call);

    Optional<Participant> findFirstByCallIdOrderByIdDesc(CallId call);
}
