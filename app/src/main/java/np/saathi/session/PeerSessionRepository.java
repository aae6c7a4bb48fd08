package np.saathi.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.telephony.Room;

interface PeerSessionRepository extends CrudRepository<PeerSession, Long> {

    /** Whoever changes a session or who is in it holds this lock: so changes come one after another. */
    @Query("SELECT * FROM peer_session WHERE id = :id FOR UPDATE")
    Optional<PeerSession> lock(long id);

    /** Whoever plans holds this lock: so plans come one after another, each seeing all before it. */
    @Query("SELECT id FROM timetable FOR UPDATE")
    int lockTimetable();

    /** The later sessions of a series that are not begun, locked. */
    @Query("""
            SELECT * FROM peer_session
            WHERE series_id = :series AND starts_at >= :from AND id <> :itself AND state = 'SCHEDULED'
            ORDER BY starts_at, id FOR UPDATE
            """)
    List<PeerSession> weeksAfter(long series, Instant from, long itself);

    List<PeerSession> findByLanguageAndStateInOrderByStartsAtAscIdAsc(Language language,
            Collection<SessionState> states);

    Optional<PeerSession> findFirstByLanguageAndStateAndStartsAtGreaterThanOrderByStartsAtAscIdAsc(Language language,
            SessionState state, Instant startsAt);

    List<PeerSession> findByStateInAndStartsAtLessThanEqual(Collection<SessionState> states, Instant startsAt);

    List<PeerSession> findByStateIn(Collection<SessionState> states);

    Optional<PeerSession> findByRoom(Room room);

    Optional<PeerSession> findByTalkRoom(Room room);

    /** Sessions that this volunteer is assigned to and that begin after this moment, the earliest first. */
    @Query("""
            SELECT s.* FROM peer_session s JOIN session_host h ON h.session_id = s.id
            WHERE h.account_id = :volunteer AND s.state = 'SCHEDULED' AND s.starts_at > :after
            ORDER BY s.starts_at, s.id LIMIT :count
            """)
    List<PeerSession> plannedFor(AccountId volunteer, Instant after, int count);

    /**
     * Sessions that this volunteer is assigned to and that are not over, the one first where they are needed most:
     * one that they host already, one that lost its host, one where callers wait.
     */
    @Query("""
            SELECT s.* FROM peer_session s JOIN session_host h ON h.session_id = s.id
            WHERE h.account_id = :host AND s.state IN ('SCHEDULED', 'WAITING', 'LIVE', 'HELD')
              AND s.starts_at <= :startsBy
            ORDER BY EXISTS (SELECT 1 FROM participant p WHERE p.session_id = s.id AND p.account_id = :host) DESC,
              FIELD(s.state, 'HELD', 'WAITING', 'SCHEDULED', 'LIVE'),
              (SELECT COUNT(*) FROM participant p WHERE p.session_id = s.id AND p.open_seat IS NOT NULL) DESC,
              s.starts_at, s.id
            """)
    List<PeerSession> assignedTo(AccountId host, Instant startsBy);
}
