package np.saathi.latehost;

import java.util.Optional;

import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.ringing.Rings;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.session.StandIns;
import np.saathi.telephony.PhoneNumber;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.VolunteerDesk;
import np.saathi.volunteer.Volunteers;

/** Who was rung to host a session, and has pressed 1. */
@Service
public class LateHosts {
    private final Rings rings;
    private final Sessions sessions;
    private final Volunteers volunteers;
    private final VolunteerDesk desk;
    private final StandIns standIns;

    LateHosts(Rings rings, Sessions sessions, Volunteers volunteers, VolunteerDesk desk, StandIns standIns) {
        this.rings = rings;
        this.sessions = sessions;
        this.volunteers = volunteers;
        this.desk = desk;
        this.standIns = standIns;
    }

    /**
     * A volunteer was rung to come.
     *
     * @param phone which we rang
     */
    public record Summons(long sessionId, AccountId volunteer, Optional<PhoneNumber> phone) {}

    /**
     * @param callback our name for the call
     * @return empty when the session waits for nobody any more
     */
    public Optional<Summons> answered(String callback) {
        return rings.answered(callback).flatMap(ring -> ring.account().flatMap(volunteers::find)
                .map(who -> new Summons(Long.parseLong(ring.subject()), who.account(), desk.phoneOf(who))))
                .filter(summons -> sessions.find(summons.sessionId).filter(LateHosts::waits).isPresent());
    }

    /**
     * Who signed in hosts it: as they were assigned to it, or from the reserve.
     *
     * @return empty when a host has come meanwhile, it is over, or they may not host it
     */
    public Optional<PeerSession> host(long sessionId, Volunteer volunteer) {
        Optional<PeerSession> session = sessions.find(sessionId).filter(LateHosts::waits);
        if (session.filter(found -> found.hosts().contains(volunteer.account())).isPresent()) {
            return session;
        }
        return session.filter(found -> isReserve(volunteer, found))
                .flatMap(found -> sessions.standIn(sessionId, volunteer.account()));
    }

    /** Who was rung did not sign in, or hung up: the next one is rung at once. */
    public void notComing(String callback) {
        rings.decline(callback);
    }

    /** Whether they may be asked to stand in: caps hold for who is rung in need as for who is planned. */
    boolean isReserve(Volunteer volunteer, PeerSession session) {
        return volunteer.reserve() && volunteer.training() == Training.CERTIFIED && !volunteer.suspended()
                && volunteer.languages().contains(session.language())
                && standIns.hasTimeFor(session, volunteer);
    }

    private static boolean waits(PeerSession session) {
        return session.state() == SessionState.WAITING;
    }
}
