package np.saathi.ivr;

import static np.saathi.prompt.Prompt.GROUP_CANCELLED;
import static np.saathi.prompt.Prompt.GROUP_LIST;
import static np.saathi.prompt.Prompt.GROUP_LIST_KEYS;
import static np.saathi.prompt.Prompt.JOIN_GONE;
import static np.saathi.prompt.Prompt.ROOM_ENDED;
import static np.saathi.prompt.Prompt.ROOM_ENDED_LOST;
import static np.saathi.prompt.Prompt.ROOM_FULL;
import static np.saathi.prompt.Prompt.ROOM_LOCKED;
import static np.saathi.prompt.Prompt.ROOM_NOHOST;
import static np.saathi.prompt.Prompt.ROOM_REMOVED;
import static np.saathi.prompt.Prompt.WAITING_LONG;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.ivr.OtherChoices.Chosen;
import np.saathi.ivr.dialogue.Listing;
import np.saathi.joining.Invitation;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;

/**
 * A visit to a group:
 *
 * <pre>
 * told why not, if groups are closed or this phone is kept out
 * straight in, or choose from the groups open now → wait with music until the host is in → the room → rating
 * none open, full, locked, no host, host lost, waited too long: told so → other choices, never a dead end
 * * while waiting: other choices, the seat is kept → * waits on
 * </pre>
 */
@Component
class GroupVisit {
    private static final Listing<PeerSession> OPEN_NOW = Listing
            .speaking(session -> Spoken.category(session.category()), GROUP_LIST_KEYS);

    private final Sessions sessions;
    private final Visits visits;
    private final RoomStay room;
    private final Callers callers;
    private final RatingFlow rating;
    private final GroupDoor door;
    private final RoomEntry entry;
    private final OtherChoices choices;

    GroupVisit(Sessions sessions, Visits visits, RoomStay room, Callers callers, RatingFlow rating, GroupDoor door,
            RoomEntry entry, OtherChoices choices) {
        this.sessions = sessions;
        this.visits = visits;
        this.room = room;
        this.callers = callers;
        this.rating = rating;
        this.door = door;
        this.entry = entry;
        this.choices = choices;
    }

    void join(PhoneLine line, Caller caller) {
        if (!door.opensTo(line, caller)) {
            return;
        }
        List<PeerSession> open = line.meanwhile(() -> sessions.openNow(line.language()));
        if (open.isEmpty()) {
            choices.noneOpen(line, caller);
        } else {
            visitAll(line, caller, choose(line, caller, open));
        }
    }

    /** Straight into the session that this call was invited to, as the account that asked for it; or told that it is not held. */
    void joinInvited(PhoneLine line, Caller caller, Invitation invitation) {
        Caller invited = new Caller(invitation.account(), line.language(), caller.lastCategory(), caller.disguised());
        Optional<PeerSession> session = line.meanwhile(() -> sessions.find(invitation.sessionId()));
        if (session.filter(asked -> asked.state() == SessionState.CANCELLED).isPresent()) {
            line.say(Spoken.category(session.get().category()).then(GROUP_CANCELLED));
            visitAll(line, invited, choices.instead(line, invited, session.get()));
        } else if (door.opensTo(line, invited)) {
            Optional<PeerSession> open = session.filter(asked -> asked.state().isOpen());
            if (open.isEmpty()) {
                line.say(Spoken.of(JOIN_GONE));
            }
            visitAll(line, invited, open);
        }
    }

    /** Back into the seat that was lost when the last call was cut. */
    void joinAgain(PhoneLine line, Caller caller, Visit back) {
        visitAll(line, caller, stay(line, caller, back, entry.comeIn(line, back, false)));
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
            visitAll(line, caller, stay(line, caller, visit.get(), room.goOn(line, visit.get())));
        }
    }

    /** One group after another, as long as each visit leads to the next. */
    private void visitAll(PhoneLine line, Caller caller, Optional<PeerSession> first) {
        Optional<PeerSession> session = first;
        while (session.isPresent()) {
            session = visit(line, caller, session.get());
        }
    }

    private Optional<PeerSession> choose(PhoneLine line, Caller caller, List<PeerSession> open) {
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

    /** @return the group to go to next */
    private Optional<PeerSession> visit(PhoneLine line, Caller caller, PeerSession session) {
        boolean newcomer = !line.meanwhile(() -> sessions.knowsRooms(caller, line.id()));
        Optional<Visit> visit = line.meanwhile(() -> visits.begin(session, caller, line));
        if (visit.isEmpty()) {
            Sessions.NoSeat why = line.meanwhile(() -> sessions.whyNoSeat(session.id(), caller, line.id()));
            return elsewhere(line, caller, session, noSeat(why, line, caller));
        }
        line.during(() -> callers.chose(caller, session.category()));
        return stay(line, caller, visit.get(), entry.comeIn(line, visit.get(), newcomer));
    }

    private static Spoken noSeat(Sessions.NoSeat why, PhoneLine line, Caller caller) {
        return switch (why) {
            case FULL -> Spoken.of(ROOM_FULL);
            case LOCKED -> Spoken.of(ROOM_LOCKED);
            case REMOVED -> Spoken.of(ROOM_REMOVED, GroupDoor.toObject(line, caller));
        };
    }

    /** As long as they turn to the other choices and then wait on, it is one stay. */
    private Optional<PeerSession> stay(PhoneLine line, Caller caller, Visit visit, Departure first) {
        Departure departure = first;
        while (departure == Departure.TURNED_BACK && waits(line, visit)) {
            Chosen chosen = choices.whileWaiting(line, caller, visit.session());
            if (!chosen.waitsOn()) {
                line.during(() -> visits.end(line.id(), Departure.TURNED_BACK));
                return chosen.group();
            }
            departure = room.in(line, line.meanwhile(() -> visits.again(visit)));
        }
        return depart(line, caller, visit, departure);
    }

    private boolean waits(PhoneLine line, Visit visit) {
        Visit now = line.meanwhile(() -> visits.again(visit));
        return now.over().isEmpty() && !now.hostIsIn();
    }

    private Optional<PeerSession> depart(PhoneLine line, Caller caller, Visit visit, Departure departure) {
        if (departure == Departure.CRISIS) {
            visits.tellHosts(line.id());
            throw new HelpPressed();
        }
        line.during(() -> visits.end(line.id(), departure));
        PeerSession session = line.meanwhile(() -> visits.again(visit)).session();
        switch (departure) {
            case LEFT -> rate(line, visit, session);
            case ENDED -> {
                line.say(Spoken.of(session.hostWasLost() ? ROOM_ENDED_LOST : ROOM_ENDED));
                rate(line, visit, session);
                return session.hostWasLost() ? choices.instead(line, caller, session) : Optional.empty();
            }
            case REMOVED -> {
                line.say(Spoken.of(ROOM_REMOVED, GroupDoor.toObject(line, caller)));
                rate(line, visit, session);
            }
            case TIME_UP -> {
                if (session.liveSince().isEmpty()) {
                    return elsewhere(line, caller, session, Spoken.of(WAITING_LONG));
                }
                rate(line, visit, session); // the main menu, which follows, ends a call that lasted too long
            }
            case CANCELLED -> {
                return elsewhere(line, caller, session, Spoken.of(ROOM_NOHOST));
            }
            case REFUSED -> {
                return elsewhere(line, caller, session, Spoken.of(ROOM_FULL));
            }
            case TURNED_BACK, CRISIS, SILENT, MOVED, ELSEWHERE -> {
                // back to the main menu, which follows
            }
        }
        return Optional.empty();
    }

    /** Who left before anyone had talked has nothing to rate. */
    private void rate(PhoneLine line, Visit visit, PeerSession session) {
        if (session.liveSince().isPresent()) {
            rating.ask(line, visit);
        }
    }

    private Optional<PeerSession> elsewhere(PhoneLine line, Caller caller, PeerSession not, Spoken why) {
        line.reach(Step.MENU);
        line.say(why);
        return choices.instead(line, caller, not);
    }
}
