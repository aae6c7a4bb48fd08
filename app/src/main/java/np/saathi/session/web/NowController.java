package np.saathi.session.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import np.saathi.account.AdminOnly;
import np.saathi.account.SignedIn;
import np.saathi.prompt.Language;
import np.saathi.session.LiveRoom;
import np.saathi.session.LiveRooms;
import np.saathi.session.PlanningProperties;
import np.saathi.support.DatabaseOutage;
import np.saathi.telephony.Trunk;

/** What goes on at this moment: the line's health, and all open rooms, which an admin may moderate. */
@RestController
@AdminOnly
class NowController extends RoomOrders {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private final LiveRooms rooms;
    private final HealthEndpoint health;
    private final LiveStreams streams;
    private final ModerationDesk desk;
    private final Trunk trunk;
    private final PlanningProperties planning;

    NowController(LiveRooms rooms, HealthEndpoint health, LiveStreams streams, ModerationDesk desk, Trunk trunk,
            PlanningProperties planning) {
        this.rooms = rooms;
        this.health = health;
        this.streams = streams;
        this.desk = desk;
        this.trunk = trunk;
        this.planning = planning;
    }

    /**
     * @param line part of the line ({@code asterisk}, {@code trunk}, {@code agi}, {@code db}, {@code prompts} …) →
     *     {@code UP}, {@code DOWN} …; no {@code trunk} while the exchange can't be asked
     * @param calls absent while the exchange can't be asked
     * @param rooms of sessions that are open; null while the database does not answer
     */
    record NowJson(Map<String, String> line, @Nullable CallsJson calls, @Nullable List<RoomJson> rooms) {}

    /**
     * @param now calls that are served
     * @param most who calls while there are so many hears that all lines are busy, and is offered 0
     * @param reserve calls that are kept for the crisis path beyond those
     */
    record CallsJson(int now, int most, int reserve) {}

    /** @param startsAt as it was planned; who waits, and since when, is in {@code room} */
    record RoomJson(String category, Language language, String title, Instant startsAt, int capacity, LiveRoom room) {}

    @GetMapping("/admin/now")
    NowJson now() {
        Optional<Trunk.State> seen = trunk.state();
        Map<String, String> line = line();
        seen.flatMap(Trunk.State::reachable)
                .ifPresent(answers -> line.put("trunk", (answers ? Status.UP : Status.DOWN).getCode()));
        return new NowJson(line, seen.map(this::calls).orElse(null), openRooms());
    }

    private CallsJson calls(Trunk.State state) {
        return new CallsJson(state.calls(), planning.channels(), planning.reserve());
    }

    /** The same as it changes: server-sent events named {@code now}. */
    @GetMapping(path = "/admin/now/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch() {
        return streams.open("now", this::now, LOOK, _ -> false);
    }

    /** Does something in any room, as a host does in theirs; the answer is how it stands then. */
    @PutMapping("/admin/now/{session}")
    LiveRoom moderate(@PathVariable long session, @Valid @RequestBody ModerationJson asked,
            @AuthenticationPrincipal SignedIn who) {
        return desk.follow(asked, session, who.id());
    }

    private Map<String, String> line() {
        Map<String, String> parts = new TreeMap<>();
        if (health.health() instanceof CompositeHealthDescriptor whole && whole.getComponents() != null) {
            whole.getComponents().forEach((name, part) -> parts.put(name, part.getStatus().getCode()));
        }
        return parts;
    }

    private @Nullable List<RoomJson> openRooms() {
        try {
            return rooms.open().stream().map(NowController::json).toList();
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isBehind(e)) {
                throw e;
            }
            return null; // `line` tells that the database is down, and the page stays of use
        }
    }

    private static RoomJson json(LiveRooms.Open open) {
        return new RoomJson(open.session().category(), open.session().language(), open.session().title(),
                open.session().startsAt(), open.session().capacity(), open.room());
    }
}
