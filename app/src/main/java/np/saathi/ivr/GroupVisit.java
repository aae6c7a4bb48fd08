package np.saathi.ivr;

import static np.saathi.prompt.Prompt.GROUP_CANCELLED;
import static np.saathi.prompt.Prompt.GROUP_LIST;
import static np.saathi.prompt.Prompt.GROUP_LIST_KEYS;
import static np.saathi.prompt.Prompt.GROUP_NONE;
import static np.saathi.prompt.Prompt.JOIN_GONE;
import static np.saathi.prompt.Prompt.ROOM_ENDED;
import static np.saathi.prompt.Prompt.ROOM_FULL;
import static np.saathi.prompt.Prompt.ROOM_LOCKED;
import static np.saathi.prompt.Prompt.ROOM_NOHOST;
import static np.saathi.prompt.Prompt.ROOM_OPEN;
import static np.saathi.prompt.Prompt.ROOM_REMOVED;
import static np.saathi.prompt.Prompt.ROOM_RULES;
import static np.saathi.prompt.Prompt.WAITING_HOST;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.ivr.dialogue.Listing;
import np.saathi.joining.Invitation;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;

/**
 * A visit to a group:
 *
 * <pre>
 * told why not, if groups are closed or this phone is banned
 * straight in, or choose from the groups open now → wait with music until the host is in → the room → rating
 * </pre>
 */
@Component
class GroupVisit {
    private static final Listing<PeerSession> OPEN_NOW = Listing
            .speaking(session -> Spoken.category(session.category()), GROUP_LIST_KEYS);

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    /** Keys that lead back before the room was entered; any other leads into it at once. */
    private static final Set<Key> BACK = EnumSet.of(Key.STAR, Key.HASH);

    private final Sessions sessions;
    private final Visits visits;
    private final RoomStay stay;
    private final Callers callers;
    private final RatingFlow rating;
    private final GroupDoor door;

    GroupVisit(Sessions sessions, Visits visits, RoomStay stay, Callers callers, RatingFlow rating, GroupDoor door) {
        this.sessions = sessions;
        this.visits = visits;
        this.stay = stay;
        this.callers = callers;
        this.rating = rating;
        this.door = door;
    }

    void join(PhoneLine line, Caller caller) {
        if (!door.opensTo(line)) {
            return;
        }
        List<PeerSession> open = line.meanwhile(() -> sessions.openNow(line.language()));
        if (open.isEmpty()) {
            line.say(Spoken.of(GROUP_NONE));
            return;
        }
        choose(line, caller, open).ifPresent(session -> takeSeat(line, caller, session));
    }

    /** Straight into the session that this call was invited to, as the account that asked for it; or told that it is not held. */
    void joinInvited(PhoneLine line, Caller caller, Invitation invitation) {
        Optional<PeerSession> session = line.meanwhile(() -> sessions.find(invitation.sessionId()));
        if (session.filter(invited -> invited.state() == SessionState.CANCELLED).isPresent()) {
            line.say(Spoken.category(session.get().category()).then(GROUP_CANCELLED));
            return;
        }
        if (!door.opensTo(line)) {
            return;
        }
        if (session.filter(invited -> invited.state().isOpen()).isEmpty()) {
            line.say(Spoken.of(JOIN_GONE));
            return;
        }
        takeSeat(line, new Caller(invitation.account(), line.language(), caller.lastCategory()), session.get());
    }

    /** Goes on with a visit that an earlier process began, or that was left for the crisis path. */
    void goOn(PhoneLine line, Caller caller) {
        Optional<Visit> visit = line.meanwhile(() -> visits.of(line.id()));
        if (visit.isEmpty()) {
            return;
        }
        if (line.step() == Step.RATING) {
            rating.ask(line, visit.get());
        } else if (line.step() == Step.ROOM) {
            depart(line, visit.get(), stay.goOn(line, visit.get()));
        }
    }

    private static Optional<PeerSession> choose(PhoneLine line, Caller caller, List<PeerSession> open) {
        if (open.size() == 1) {
            return Optional.of(open.getFirst());
        }
        List<PeerSession> usualFirst = new ArrayList<>(open);
        usualFirst.sort((a, b) -> Boolean.compare(isUsual(caller, b), isUsual(caller, a)));
        line.say(Spoken.of(GROUP_LIST));
        return OPEN_NOW.ask(line, usualFirst);
    }

    private static boolean isUsual(Caller caller, PeerSession session) {
        return caller.lastCategory().filter(session.category()::equals).isPresent();
    }

    private void takeSeat(PhoneLine line, Caller caller, PeerSession session) {
        Optional<Visit> visit = line
                .meanwhile(() -> visits.begin(session, caller, line));
        if (visit.isEmpty()) {
            line.say(Spoken.of(noSeat(line.meanwhile(() -> sessions.whyNoSeat(session.id(), caller, line.id())))));
            return;
        }
        line.during(() -> callers.chose(caller, session.category()));
        line.reach(Step.ROOM);
        Spoken words = Spoken.category(session.category())
                .then(ROOM_RULES, visit.get().hostIsIn() ? ROOM_OPEN : WAITING_HOST);
        Optional<Key> key = line.ask(words, AT_ONCE);
        depart(line, visit.get(), key.filter(BACK::contains).map(_ -> Departure.TURNED_BACK)
                .orElseGet(() -> stay.in(line, visit.get())));
    }

    private static Prompt noSeat(Sessions.NoSeat why) {
        return switch (why) {
            case FULL -> ROOM_FULL;
            case LOCKED -> ROOM_LOCKED;
            case REMOVED -> ROOM_REMOVED;
        };
    }

    private void depart(PhoneLine line, Visit visit, Departure departure) {
        if (departure == Departure.CRISIS) {
            visits.tellHosts(line.id());
            throw new HelpPressed();
        }
        line.during(() -> visits.end(line.id(), departure));
        switch (departure) {
            case LEFT -> {
                // who left before anyone had talked has nothing to rate
                if (line.meanwhile(() -> visits.again(visit)).hasBegun()) {
                    rating.ask(line, visit);
                }
            }
            case ENDED -> {
                line.say(Spoken.of(ROOM_ENDED));
                rating.ask(line, visit);
            }
            case REMOVED -> {
                line.say(Spoken.of(ROOM_REMOVED));
                rating.ask(line, visit);
            }
            case CANCELLED -> line.say(Spoken.of(ROOM_NOHOST));
            case REFUSED -> line.say(Spoken.of(ROOM_FULL));
            case TURNED_BACK, CRISIS, SILENT, MOVED, ELSEWHERE -> {
                // back to the main menu, which follows
            }
        }
    }
}
