package np.saathi.session.web;

import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import np.saathi.account.SignedIn;
import np.saathi.session.LiveRoom;
import np.saathi.session.LiveRooms;
import np.saathi.session.Moderation;
import np.saathi.session.ModerationLog;
import np.saathi.session.ModerationRefused;
import np.saathi.session.SessionSearch;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.RoomControl;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;

/** A volunteer's own sessions, and their rooms while they live. */
@RestController
class HostController {
    private final SessionSearch search;
    private final Sessions sessions;
    private final Moderation moderation;
    private final ModerationLog log;
    private final LiveRooms rooms;
    private final RoomStreams streams;

    HostController(SessionSearch search, Sessions sessions, Moderation moderation, ModerationLog log, LiveRooms rooms,
            RoomStreams streams) {
        this.search = search;
        this.sessions = sessions;
        this.moderation = moderation;
        this.log = log;
        this.rooms = rooms;
        this.streams = streams;
    }

    /** All that they are assigned to, the latest first, unless states are told. */
    @GetMapping("/cmhv/sessions")
    PageOf<SessionJson> mine(@RequestParam(name = "state", required = false) @Nullable Set<SessionState> states,
            @Valid Paging paging, @AuthenticationPrincipal SignedIn who) {
        Set<SessionState> wanted = states == null || states.isEmpty() ? EnumSet.allOf(SessionState.class) : states;
        SessionSearch.Page page = search.find(new SessionSearch.Filter(null, null, wanted, null, null, who.id()), true,
                paging.page(), paging.size());
        return PageOf.of(page.sessions(), paging, page.total()).map(session -> SessionJson.of(session, who));
    }

    /** Does something in the room; the answer is how it stands then. */
    @PutMapping("/cmhv/session/{id}")
    LiveRoom moderate(@PathVariable long id, @Valid @RequestBody ModerationJson asked,
            @AuthenticationPrincipal SignedIn who) {
        switch (asked.action()) {
            case MUTE -> moderation.mute(id, who.id(), seat(asked));
            case UNMUTE -> moderation.unmute(id, who.id(), seat(asked));
            case REMOVE -> moderation.remove(id, who.id(), seat(asked));
            case LOCK -> moderation.lock(id, who.id());
            case UNLOCK -> moderation.unlock(id, who.id());
            case EXTEND -> moderation.extend(id, who.id(), asked.minutesOrUsual());
            case END -> moderation.end(id, who.id());
            case CHILD -> moderation.mayBeAChild(id, who.id(), seat(asked));
        }
        return rooms.of(id).orElseThrow(Problem::notFound);
    }

    private static int seat(ModerationJson asked) {
        if (asked.seat() == null) {
            throw Problem.unprocessable("seat-needed", "Tell whose seat it is");
        }
        return asked.seat();
    }

    /** The room as it changes: server-sent events named {@code room}, until the session is over. */
    @GetMapping(path = "/cmhv/session/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(@PathVariable long id, @AuthenticationPrincipal SignedIn who) {
        if (!sessions.find(id).orElseThrow(Problem::notFound).hosts().contains(who.id())) {
            throw notYours();
        }
        return streams.open(rooms.of(id).orElseThrow(Problem::notFound));
    }

    /** What they did in their rooms, the latest first. */
    @GetMapping("/cmhv/activity")
    PageOf<ModerationJson.Done> activity(@Valid Paging paging, @AuthenticationPrincipal SignedIn who) {
        return PageOf.of(log.of(who.id(), paging.offset(), paging.size()), paging, log.count(who.id()))
                .map(ModerationJson.Done::of);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ModerationRefused refused) {
        return answer(switch (refused.why()) {
            case NOT_THE_HOST -> notYours();
            case NOT_BEGUN -> Problem.conflict("session-not-live", "The session has not begun, or is over");
            case SEAT_EMPTY -> Problem.conflict("seat-empty", "Nobody sits there");
            case NO_MORE_TIME -> Problem.conflict("no-more-time", "It was lengthened as often as it may be");
        });
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreachable(RoomControl.ExchangeUnreachable unreachable) {
        return answer(Problem.unavailable("exchange-unreachable", "The room can't be reached just now"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> none(NoSuchElementException none) {
        return answer(Problem.notFound());
    }

    private static Problem notYours() {
        return Problem.of(HttpStatus.FORBIDDEN, "not-your-session",
                "You are not assigned to this session");
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem) {
        return ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders()).body(problem.getBody());
    }
}
