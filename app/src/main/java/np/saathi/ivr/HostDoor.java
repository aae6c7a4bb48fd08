package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_ALREADY;
import static np.saathi.prompt.Prompt.HOST_ALREADY_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ALREADY_SHORT;
import static np.saathi.prompt.Prompt.HOST_BEGUN;
import static np.saathi.prompt.Prompt.HOST_COACHED;
import static np.saathi.prompt.Prompt.HOST_ENDED;
import static np.saathi.prompt.Prompt.HOST_HELD_AGAIN;
import static np.saathi.prompt.Prompt.HOST_LISTEN;
import static np.saathi.prompt.Prompt.HOST_MOVED;
import static np.saathi.prompt.Prompt.HOST_NEXT;
import static np.saathi.prompt.Prompt.HOST_NOSESSION;
import static np.saathi.prompt.Prompt.HOST_SILENT;
import static np.saathi.prompt.Prompt.HOST_TAKEN;
import static np.saathi.prompt.Prompt.ROOM_FULL;
import static np.saathi.prompt.Prompt.ROOM_NOHOST;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.Departure;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Seat;
import np.saathi.telephony.Step;
import np.saathi.volunteer.Volunteer;

/**
 * Key 1 of a volunteer's menu:
 *
 * <pre>
 * no session now: the next one is told | taken over by who is on duty: told so
 * there by another phone: 1 go on here | * stay there
 * certified: the room opens | coached: waits for a certified host | trainee: listens, is not heard
 * the room → the session is over: the report
 * </pre>
 */
@Component
class HostDoor {
    private static final Menu<Boolean> ALREADY = Menu.<Boolean>asking(HOST_ALREADY) //
            .on(Key.ONE, true).on(Key.STAR, false).on(Key.HASH, false)
            .retrying(HOST_ALREADY_AGAIN, HOST_ALREADY_SHORT).otherwise(false);

    private final Sessions sessions;
    private final Visits visits;
    private final RoomStay stay;
    private final ReportFlow reports;
    private final Clock clock;

    HostDoor(Sessions sessions, Visits visits, RoomStay stay, ReportFlow reports, Clock clock) {
        this.sessions = sessions;
        this.visits = visits;
        this.stay = stay;
        this.reports = reports;
        this.clock = clock;
    }

    /** How it goes on with the call. */
    enum Then {
        MENU,
        /** The volunteer goes on by another phone: this one is done. */
        GOODBYE
    }

    Then open(PhoneLine line, Volunteer volunteer) {
        Optional<PeerSession> mine = line.meanwhile(() -> sessions.toHost(volunteer.account()));
        if (mine.isEmpty()) {
            line.say(Spoken.of(HOST_NOSESSION).then(line.meanwhile(() -> next(volunteer))));
            return Then.MENU;
        }
        return openTo(line, volunteer, mine.get());
    }

    /** Into this session's room, whatever else they might host. */
    Then openTo(PhoneLine line, Volunteer volunteer, PeerSession session) {
        if (line.meanwhile(() -> sessions.isThereByAnotherCall(session.id(), volunteer.account(), line.id()))
                && !ALREADY.ask(line)) {
            return Then.MENU;
        }
        Optional<Visit> visit = line.meanwhile(
                () -> visits.beginAs(roleOf(volunteer), session, volunteer.account(), line.id()));
        if (visit.isEmpty()) {
            line.say(Spoken.of(line.meanwhile(() -> sessions.isTakenFrom(session.id(), volunteer.account()))
                    ? HOST_TAKEN
                    : HOST_NOSESSION));
            return Then.MENU;
        }
        line.reach(Step.ROOM);
        line.say(Spoken.category(session.category()).then(welcome(visit.get().role(), session.state())));
        return depart(line, visit.get(), stay.in(line, visit.get()));
    }

    /** A call that another process of ours began, or that comes back from the crisis path. */
    Then goOn(PhoneLine line, Visit visit) {
        return switch (line.step()) {
            case ROOM -> depart(line, visit, stay.goOn(line, visit));
            case RATING -> report(line, visit);
            default -> Then.MENU;
        };
    }

    private Spoken next(Volunteer volunteer) {
        return sessions.nextOf(volunteer.account(), 1).stream().findFirst()
                .map(next -> Spoken.of(HOST_NEXT).then(Spoken.moment(next.startsAt(), clock.instant()))
                        .then(Spoken.category(next.category())))
                .orElseGet(Spoken::nothing);
    }

    private static Seat.Role roleOf(Volunteer volunteer) {
        return switch (volunteer.training()) {
            case CERTIFIED -> Seat.Role.HOST;
            case COACHED -> Seat.Role.COACHED;
            case TRAINEE -> Seat.Role.LISTENER;
        };
    }

    private static Prompt welcome(Seat.Role role, SessionState state) {
        return switch (role) {
            case LISTENER -> HOST_LISTEN;
            case COACHED -> state == SessionState.LIVE ? HOST_BEGUN : HOST_COACHED;
            case HOST, CALLER -> state == SessionState.HELD ? HOST_HELD_AGAIN : HOST_BEGUN;
        };
    }

    private Then depart(PhoneLine line, Visit visit, Departure departure) {
        if (departure == Departure.CRISIS) {
            throw new HelpPressed();
        }
        line.during(() -> visits.end(line.id(), departure));
        return switch (departure) {
            case ENDED -> {
                line.say(Spoken.of(HOST_ENDED));
                yield report(line, visit);
            }
            case SILENT -> {
                line.say(Spoken.of(HOST_SILENT));
                yield Then.MENU;
            }
            case CANCELLED -> {
                line.say(Spoken.of(ROOM_NOHOST));
                yield Then.MENU;
            }
            case REFUSED -> {
                line.say(Spoken.of(ROOM_FULL));
                yield Then.MENU;
            }
            case ELSEWHERE -> {
                line.say(Spoken.of(HOST_MOVED));
                yield Then.GOODBYE;
            }
            case REMOVED -> {
                line.say(Spoken.of(HOST_TAKEN));
                yield report(line, visit);
            }
            case LEFT, TURNED_BACK, CRISIS, MOVED, TIME_UP -> Then.MENU;
        };
    }

    /** Whoever led is asked at once, while it is fresh; what is not answered now is found in the menu. */
    private Then report(PhoneLine line, Visit visit) {
        if (visit.role().leads()) {
            line.reach(Step.RATING);
            visit.person().account().ifPresent(host -> reports.after(line, host, visit.session().id()));
        }
        return Then.MENU;
    }
}
