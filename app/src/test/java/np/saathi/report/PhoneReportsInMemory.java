package np.saathi.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import np.saathi.account.AccountId;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.SessionsInMemory;

/** Reports of sessions that live as long as a test. */
public final class PhoneReportsInMemory extends PhoneReports {
    private final SessionsInMemory sessions;
    private final List<Answers> kept = new ArrayList<>();
    private final Set<Long> complete = new HashSet<>();
    private final List<Long> voices = new ArrayList<>();

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public PhoneReportsInMemory(SessionsInMemory sessions) {
        super(null, null, null, null);
        this.sessions = sessions;
    }

    /** Whatever was kept, in order. */
    public List<Answers> kept() {
        return List.copyOf(kept);
    }

    public boolean isComplete(PeerSession session) {
        return complete.contains(session.id());
    }

    /** Sessions of which something was said. */
    public List<Long> voices() {
        return List.copyOf(voices);
    }

    @Override
    public List<PeerSession> due(AccountId host) {
        return sessions.all().stream().filter(session -> (session.state() == SessionState.ENDED
                || sessions.sessions().isTakenFrom(session.id(), host)) && session.liveSince().isPresent()
                && session.hosts().contains(host) && !isComplete(session)).toList();
    }

    @Override
    public void keep(AccountId host, long sessionId, Answers answers, boolean all) {
        kept.add(answers);
        if (all) {
            complete.add(sessionId);
        }
    }

    @Override
    public void say(AccountId host, long sessionId, byte[] alaw) {
        voices.add(sessionId);
    }
}
