package np.saathi.session.web;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import np.saathi.account.SignedIn;
import np.saathi.session.LiveRoom;
import np.saathi.session.LiveRooms;
import np.saathi.session.ModerationLog;
import np.saathi.session.PeerSession;
import np.saathi.session.PlanRefused;
import np.saathi.session.SessionSearch;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.session.Timetable;
import np.saathi.session.Timetable.Reach;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** A volunteer's own sessions, and their rooms while they live. */
@RestController
class HostController extends RoomOrders {
    /** Who talks changes by the second. */
    private static final Duration LOOK = Duration.ofMillis(500);
    private final SessionSearch search;
    private final Sessions sessions;
    private final Timetable timetable;
    private final ModerationDesk desk;
    private final ModerationLog log;
    private final LiveRooms rooms;
    private final LiveStreams streams;

    HostController(SessionSearch search, Sessions sessions, Timetable timetable, ModerationDesk desk,
            ModerationLog log, LiveRooms rooms, LiveStreams streams) {
        this.search = search;
        this.sessions = sessions;
        this.timetable = timetable;
        this.desk = desk;
        this.log = log;
        this.rooms = rooms;
        this.streams = streams;
    }

    /** All that they are assigned to, the latest first, unless states are told. */
    @GetMapping("/cmhv/sessions")
    PageOf<SessionJson> mine(
            @RequestParam(name = "state", required = false) @Nullable Set<@NotNull SessionState> states,
            @Valid Paging paging, @AuthenticationPrincipal SignedIn who) {
        Set<SessionState> wanted = states == null || states.isEmpty() ? EnumSet.allOf(SessionState.class) : states;
        SessionSearch.Page page = search.find(new SessionSearch.Filter(null, null, wanted, null, null, who.id()), true,
                paging.page(), paging.size());
        return PageOf.of(page.sessions(), paging, page.total()).map(session -> SessionJson.of(session, who));
    }

    /**
     * Does something in the room, and tells how it stands then; or changes the plan, which needs If-Match, and tells the
     * session.
     */
    @PutMapping("/cmhv/session/{id}")
    @Operation(summary = "Does something in the room (action), or changes the plan (edited fields, with If-Match)")
    @ApiResponse(responseCode = "200", description = "How the room stands then, or the session as it is planned now", content = @Content(mediaType = "application/json", schema = @Schema(oneOf = {
            LiveRoom.class, SessionJson.class})))
    ResponseEntity<?> change(@PathVariable long id, @Valid @RequestBody HostJson asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn who) {
        if ((asked.action() == null) != asked.edits()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "invalid", "Tell either an action or what is to change")
                    .with("errors", List.of(Map.of("field", "action", "message", "or edited fields")));
        }
        return asked.edits()
                ? replan(id, asked, ifMatch, who)
                : ResponseEntity.ok(desk.follow(asked.order(), id, who.id()));
    }

    private ResponseEntity<SessionJson> replan(long id, HostJson asked, @Nullable String ifMatch, SignedIn who) {
        PeerSession session = yours(id, who);
        Versions.check(ifMatch, session.version());
        PeerSession changed = timetable.change(id, session.version(), asked.over(session.plan()), Reach.ONE);
        return Versions.ok(SessionJson.of(changed, who), changed.version());
    }

    private PeerSession yours(long id, SignedIn who) {
        PeerSession session = sessions.find(id).orElseThrow(Problem::notFound);
        if (!session.hosts().contains(who.id())) {
            throw notYours();
        }
        if (sessions.isTakenFrom(id, who.id())) {
            throw takenOver();
        }
        return session;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unplanned(PlanRefused refused) {
        return Refusals.of(refused);
    }

    /** The room as it changes: server-sent events named {@code room}, until the session is over or taken over. */
    @GetMapping(path = "/cmhv/session/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(@PathVariable long id, @AuthenticationPrincipal SignedIn who) {
        return streams.open("room", () -> rooms.of(yours(id, who).id()).orElseThrow(Problem::notFound), LOOK,
                room -> room.state().isOver());
    }

    /** What they did in their rooms, the latest first. */
    @GetMapping("/cmhv/activity")
    PageOf<ModerationJson.Done> activity(@Valid Paging paging, @AuthenticationPrincipal SignedIn who) {
        return PageOf.of(log.of(who.id(), paging.offset(), paging.size()), paging, log.count(who.id()))
                .map(ModerationJson.Done::of);
    }
}
