package np.saathi.session;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import np.saathi.account.AccountId;
import np.saathi.account.AdminOnly;
import np.saathi.account.SignedIn;
import np.saathi.caller.Ban;
import np.saathi.caller.Bans;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** Bans. Here and not with the callers, because a person is named by their account, or as who took part in a session. */
@RestController
@AdminOnly
@RequestMapping("/admin/bans")
class BanController {
    private static final int LONGEST = 90;
    private final Bans bans;
    private final ParticipantRepository participants;

    BanController(Bans bans, ParticipantRepository participants) {
        this.bans = bans;
        this.participants = participants;
    }

    /**
     * Whom to ban: one of the first two.
     *
     * @param days from now; left out: as the settings say
     */
    record NewBan(@Nullable @Pattern(regexp = "[1-9]{6}") String accountId, @Nullable Long participantId,
            Ban.@NotNull Reason reason, @Nullable @Min(1) @Max(LONGEST) Integer days) {

        @JsonIgnore
        @AssertTrue(message = "must be one person, by accountId or by participantId")
        public boolean isOnePerson() {
            return (accountId == null) != (participantId == null);
        }
    }

    /** @param days from the day when it began */
    record Reviewed(Ban.@NotNull Reason reason, @NotNull @Min(1) @Max(LONGEST) Integer days) {}

    @Schema(name = "Ban")
    record View(long id, Ban.Reason reason, String bannedBy, Instant bannedAt, Instant until, Instant reviewAt,
            @Nullable String reviewedBy, @Nullable Instant reviewedAt, int version) {

        static View of(Ban ban) {
            return new View(ban.id(), ban.reason(), ban.by().value(), ban.at(), ban.until(), ban.reviewAt(),
                    ban.reviewed().map(review -> review.by().value()).orElse(null),
                    ban.reviewed().map(Ban.Review::at).orElse(null), ban.version());
        }
    }

    /** Bans that hold, those to be reviewed first. */
    @GetMapping
    PageOf<View> all(@RequestParam(defaultValue = "false") boolean reviewDue, @Valid Paging paging) {
        return PageOf.of(bans.list(reviewDue, paging.offset(), paging.size()), paging, bans.count(reviewDue))
                .map(View::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> one(@PathVariable long id) {
        return answer(find(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> ban(@Valid @RequestBody NewBan asked, @AuthenticationPrincipal SignedIn who) {
        Ban ban = bans.ban(person(asked), asked.reason, Optional.ofNullable(asked.days), who.id());
        return ResponseEntity.created(URI.create("/admin/bans/" + ban.id())).eTag(Versions.tag(ban.version()))
                .body(View.of(ban));
    }

    private AccountId person(NewBan asked) {
        if (asked.accountId != null) {
            return new AccountId(asked.accountId);
        }
        Participant participant = participants.findById(asked.participantId == null ? 0 : asked.participantId)
                .orElseThrow(() -> Problem.unprocessable("no-such-participant", "There is no such participant"));
        return participant.account().orElseThrow(() -> Problem.unprocessable("no-phone-known",
                "This person asked not to be remembered, so there is no phone to ban"));
    }

    @PutMapping("/{id}")
    ResponseEntity<View> review(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Reviewed reviewed, @AuthenticationPrincipal SignedIn who) {
        int version = seen(id, ifMatch);
        return answer(bans.review(id, version, reviewed.reason, reviewed.days, who.id()));
    }

    /** Ends it at once. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> lift(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        bans.lift(id, seen(id, ifMatch));
        return ResponseEntity.noContent().build();
    }

    private int seen(long id, @Nullable String ifMatch) {
        int version = find(id).version();
        Versions.check(ifMatch, version);
        return version;
    }

    private Ban find(long id) {
        return bans.find(id).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<View> answer(Ban ban) {
        return Versions.ok(View.of(ban), ban.version());
    }
}
