package np.saathi.latehost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.PhoneNumber;
import np.saathi.volunteer.Volunteer;

/** Calls to hosts that a test places. */
public final class LateHostsInMemory extends LateHosts {
    private final Map<String, Summons> calls = new HashMap<>();
    private final List<String> notComing = new ArrayList<>();
    private final Sessions sessions;

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public LateHostsInMemory(Sessions sessions) {
        super(null, sessions, null, null, null);
        this.sessions = sessions;
    }

    public void rings(String callback, PeerSession session, AccountId volunteer, String phone) {
        calls.put(callback, new Summons(session.id(), volunteer, PhoneNumber.parse(phone)));
    }

    @Override
    public Optional<Summons> answered(String callback) {
        return Optional.ofNullable(calls.get(callback)).filter(summons -> waiting(summons.sessionId()).isPresent());
    }

    /** Calls whose people did not come. */
    public List<String> notComing() {
        return List.copyOf(notComing);
    }

    @Override
    public void notComing(String callback) {
        notComing.add(callback);
    }

    @Override
    public Optional<PeerSession> host(long sessionId, Volunteer volunteer) {
        return waiting(sessionId);
    }

    private Optional<PeerSession> waiting(long sessionId) {
        return sessions.find(sessionId).filter(session -> session.state() == SessionState.WAITING);
    }
}
