package np.saathi.session.web;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import np.saathi.session.ModerationLog;
import np.saathi.session.SessionSearch;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;

/** A volunteer's own sessions, and their rooms while they live. */
@RestController
class HostController extends RoomOrders {
    /** Who talks changes by the second. */
    private static final Duration LOOK = Duration.ofMillis(500);
    private final SessionSearch search;
    private final Sessions sessions;
    private final ModerationDesk desk;
    private final ModerationLog log;
    private final LiveRooms rooms;
    private final LiveStreams streams;

    HostController(SessionSearch search, Sessions sessions, ModerationDesk desk, ModerationLog log, LiveRooms rooms,
            LiveStreams streams) {
        this.search = search;
        this.sessions = sessions;
        this.desk = desk;
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
        return desk.follow(asked, id, who.id());
    }

    /** The room as it changes: server-sent events named {@code room}, until the session is over. */
    @GetMapping(path = "/cmhv/session/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(@PathVariable long id, @AuthenticationPrincipal SignedIn who) {
        if (!sessions.find(id).orElseThrow(Problem::notFound).hosts().contains(who.id())) {
            throw notYours();
        }
        return streams.open("room", () -> rooms.of(id).orElseThrow(Problem::notFound), LOOK,
                room -> room.state().isOver());
    }

    /** What they did in their rooms, the latest first. */
    @GetMapping("/cmhv/activity")
    PageOf<ModerationJson.Done> activity(@Valid Paging paging, @AuthenticationPrincipal SignedIn who) {
        return PageOf.of(log.of(who.id(), paging.offset(), paging.size()), paging, log.count(who.id()))
                .map(ModerationJson.Done::of);
    }
}
