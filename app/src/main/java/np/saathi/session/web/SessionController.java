package np.saathi.session.web;

import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import np.saathi.account.AccountId;
import np.saathi.account.Role;
import np.saathi.account.SignedIn;
import np.saathi.account.StaffOnly;
import np.saathi.session.PeerSession;
import np.saathi.session.PlanRefused;
import np.saathi.session.SessionPlan;
import np.saathi.session.SessionSearch;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.session.Timetable;
import np.saathi.session.Timetable.Reach;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/**
 * The timetable. All read; staff write: admins everything, a volunteer sessions that they host, and nobody's assignment
 * but their own.
 */
@RestController
class SessionController {
    private static final Set<SessionState> NOT_OVER = EnumSet.of(SessionState.SCHEDULED, SessionState.WAITING,
            SessionState.LIVE, SessionState.HELD);
    private final Timetable timetable;
    private final Sessions sessions;
    private final SessionSearch search;

    SessionController(Timetable timetable, Sessions sessions, SessionSearch search) {
        this.timetable = timetable;
        this.sessions = sessions;
        this.search = search;
    }

    /**
     * Unless states are told: those that are not over.
     *
     * @throws AccessDeniedException when a caller looks for a host: whether an id is a volunteer's is told to staff only
     */
    @GetMapping("/sessions")
    PageOf<SessionJson> list(@Valid @ModelAttribute SessionQuery query, @Valid @ModelAttribute Paging paging,
            @AuthenticationPrincipal SignedIn who) {
        if (query.volunteer() != null && !who.staff()) {
            throw new AccessDeniedException("only staff look for a host's sessions");
        }
        SessionSearch.Page page = search.find(query.filter(NOT_OVER), query.latestFirst(), paging.page(),
                paging.size());
        return PageOf.of(page.sessions(), paging, page.total()).map(session -> SessionJson.of(session, who));
    }

    @GetMapping("/sessions/{id}")
    ResponseEntity<SessionJson> one(@PathVariable long id, @AuthenticationPrincipal SignedIn who) {
        PeerSession session = found(id);
        return Versions.ok(SessionJson.of(session, who), session.version());
    }

    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    @StaffOnly
    ResponseEntity<SessionJson> plan(@Valid @RequestBody SessionBody asked, @AuthenticationPrincipal SignedIn who) {
        SessionPlan plan = asked.plan(isAdmin(who) ? Set.of() : Set.of(who.id()));
        if (!isAdmin(who) && !plan.hosts().equals(Set.of(who.id()))) {
            throw notYours("A volunteer plans sessions of their own; an admin assigns others");
        }
        PeerSession session = asked.repeat() == null ? timetable.plan(plan) : timetable.planWeekly(plan);
        return ResponseEntity.created(URI.create("/sessions/" + session.id())).eTag(Versions.tag(session.version()))
                .body(SessionJson.of(session, who));
    }

    /** @param reach of a weekly session: this week alone, or the following ones too */
    @PutMapping("/sessions/{id}")
    @StaffOnly
    ResponseEntity<SessionJson> change(@PathVariable long id, @Valid @RequestBody SessionBody asked,
            @RequestParam(name = "scope", defaultValue = "ONE") Reach reach,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn who) {
        PeerSession session = yours(id, who);
        Versions.check(ifMatch, session.version());
        SessionPlan plan = asked.plan(session.hosts());
        if (!isAdmin(who) && !others(plan.hosts(), who).equals(others(session.hosts(), who))) {
            throw notYours("An admin assigns others");
        }
        PeerSession changed = timetable.change(id, session.version(), plan, reach);
        return Versions.ok(SessionJson.of(changed, who), changed.version());
    }

    /** It stays on record as cancelled. If-Match may be told, and is heeded then. */
    @DeleteMapping("/sessions/{id}")
    @StaffOnly
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, @RequestParam(name = "scope", defaultValue = "ONE") Reach reach,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn who) {
        PeerSession session = yours(id, who);
        if (ifMatch != null) {
            Versions.check(ifMatch, session.version());
        }
        timetable.withdraw(id, session.version(), reach);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PlanRefused refused) {
        return Refusals.of(refused);
    }

    private PeerSession found(long id) {
        return sessions.find(id).orElseThrow(Problem::notFound);
    }

    private PeerSession yours(long id, SignedIn who) {
        PeerSession session = found(id);
        if (!isAdmin(who) && !session.hosts().contains(who.id())) {
            throw notYours("You are not assigned to this session");
        }
        return session;
    }

    private static boolean isAdmin(SignedIn who) {
        return who.role() == Role.ADMIN;
    }

    private static Set<AccountId> others(Set<AccountId> hosts, SignedIn who) {
        Set<AccountId> others = new HashSet<>(hosts);
        others.remove(who.id());
        return others;
    }

    private static Problem notYours(String detail) {
        return Problem.of(HttpStatus.FORBIDDEN, "not-your-session", detail);
    }
}
