package np.saathi.ivr;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.caller.Caller;
import np.saathi.session.Categories;
import np.saathi.session.Category;
import np.saathi.session.Outcome;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.Sessions;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Seat;

/** What a flow needs of sessions: a call's own participation, from taking the seat to leaving it. */
@Component
class Visits {
    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private final Sessions sessions;
    private final Categories categories;

    Visits(Sessions sessions, Categories categories) {
        this.sessions = sessions;
        this.categories = categories;
    }

    /** This call's participation, the last one if there were several; it may be over. */
    Optional<Visit> of(CallId call) {
        return sessions.lastOf(call).map(this::visit);
    }

    /** The same participation as it stands now. */
    Visit again(Visit visit) {
        return of(visit.person().call()).orElse(visit);
    }

    /** @return empty when there is no free seat */
    Optional<Visit> begin(PeerSession session, Caller caller, PhoneLine line) {
        Caller asHeard = caller.disguised(caller.disguised() && mayDisguise(session));
        return sessions.takeSeat(session.id(), asHeard, line.id(), line.language()).map(this::visit);
    }

    private boolean mayDisguise(PeerSession session) {
        return categories.find(session.category()).filter(Category::voiceDisguise).isPresent();
    }

    /** @return empty when the session is over or full by now */
    Optional<Visit> beginAgain(Participant lost, PhoneLine line) {
        return sessions.takeSeatAgain(lost, line.id(), line.language()).map(this::visit);
    }

    /** @return empty when the session is over by now */
    Optional<Visit> beginAs(Seat.Role role, PeerSession session, AccountId volunteer, CallId call) {
        return sessions.takeVolunteerSeat(session.id(), volunteer, call, role).map(this::visit);
    }

    /** Somebody from the duty roster, beside the host. @return empty when the session is over by now */
    Optional<Visit> beginFromDuty(long sessionId, PhoneLine line) {
        return sessions.takeDutySeat(sessionId, line.id(), line.language()).map(this::visit);
    }

    void end(CallId call, Departure why) {
        sessions.leave(call, switch (why) {
            case LEFT, TURNED_BACK -> Outcome.LEFT;
            case REMOVED -> Outcome.REMOVED;
            case ENDED -> Outcome.ENDED;
            case CANCELLED -> Outcome.CANCELLED;
            case REFUSED -> Outcome.REFUSED;
            case TIME_UP -> Outcome.TIME_UP;
            case SILENT -> Outcome.SILENT;
            case ELSEWHERE -> Outcome.ELSEWHERE;
            case CRISIS, MOVED -> throw new IllegalArgumentException("Whose departure is " + why + " keeps the seat");
        });
    }

    /** The host alone is told which seat asked for help; the caller does not wait for that. */
    void tellHosts(CallId call) {
        beside("The host was not told that a seat asked for help", () -> sessions.askedForHelp(call));
    }

    /** This host pressed a key: somebody is at the phone. Their key does not wait for that. */
    void signOf(Visit host) {
        beside("A host's sign of life was lost", () -> sessions.signOf(host.person().call()));
    }

    /** Whether the group has a host in its room beside this one. */
    boolean hasOtherHost(Visit host) {
        return sessions.seated(host.session().id()).stream()
                .anyMatch(one -> one.isHost() && one.inRoom() && one.id() != host.participantId());
    }

    private static void beside(String failure, Runnable work) {
        Thread.ofVirtual().name("beside-a-call").start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error(failure, e);
            }
        });
    }

    private Visit visit(Participant person) {
        return new Visit(sessions.find(person.sessionId()).orElseThrow(), person);
    }
}
