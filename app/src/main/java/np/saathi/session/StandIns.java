package np.saathi.session;

import org.springframework.stereotype.Service;

import np.saathi.volunteer.Volunteer;

/** Who may be asked to host a session that they were not planned for. */
@Service
public class StandIns {
    private final PlanCheck rules;

    StandIns(PlanCheck rules) {
        this.rules = rules;
    }

    /** Whether it is within their caps, and no other session of theirs is too near: as when it is planned. */
    public boolean hasTimeFor(PeerSession session, Volunteer volunteer) {
        return rules.isFree(volunteer, session);
    }
}
