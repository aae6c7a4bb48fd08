package np.saathi.session.web;

import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import np.saathi.account.Account;
import np.saathi.account.Accounts;
import np.saathi.account.AdminOnly;
import np.saathi.account.SignedIn;
import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionSearch;
import np.saathi.session.Sessions;
import np.saathi.telephony.Seat;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;

/** All sessions, with who is in the open ones: by seat and nickname, never by account. */
@RestController
@AdminOnly
class AdminSessionController {
    private final SessionSearch search;
    private final Sessions sessions;
    private final Accounts accounts;
    private final PromptCatalog prompts;

    AdminSessionController(SessionSearch search, Sessions sessions, Accounts accounts, PromptCatalog prompts) {
        this.search = search;
        this.sessions = sessions;
        this.accounts = accounts;
        this.prompts = prompts;
    }

    /** @param room who has a seat, while the session is open */
    record AdminSessionJson(@JsonUnwrapped SessionJson session, @Nullable List<SeatJson> room) {}

    /**
     * @param seat 1 to 9; 0 for a host
     * @param nickname none for a caller who is not remembered
     * @param inRoom false while the seat is kept: on the crisis path, or on the way in
     */
    record SeatJson(int seat, Seat.Role role, @Nullable String nickname, boolean inRoom, boolean muted,
            boolean handRaised) {}

    @GetMapping("/admin/sessions")
    PageOf<AdminSessionJson> list(@Valid @ModelAttribute SessionQuery query, @Valid @ModelAttribute Paging paging,
            @AuthenticationPrincipal SignedIn who) {
        SessionSearch.Page page = search.find(query.filter(Set.of()), query.latestFirst(), paging.page(),
                paging.size());
        return PageOf.of(page.sessions(), paging, page.total())
                .map(session -> new AdminSessionJson(SessionJson.of(session, who), room(session)));
    }

    private @Nullable List<SeatJson> room(PeerSession session) {
        return session.state().isOpen()
                ? sessions.seated(session.id()).stream().map(person -> seat(person, session.language())).toList()
                : null;
    }

    private SeatJson seat(Participant person, Language language) {
        String nickname = person.account().flatMap(accounts::find).map(Account::nickname)
                .map(name -> prompts.text(Spoken.nickname(name.first(), name.second()), language)).orElse(null);
        return new SeatJson(person.seat(), person.role(), nickname, person.inRoom(), person.muted(),
                person.handRaisedSince().isPresent());
    }
}
