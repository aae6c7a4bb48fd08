package np.saathi.session.web;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import np.saathi.account.AccountId;
import np.saathi.account.AdminOnly;
import np.saathi.account.SignedIn;
import np.saathi.session.RoomFlag;
import np.saathi.session.RoomFlags;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** What callers told by key 3 in their rooms, for admins to look at. */
@RestController
@AdminOnly
@RequestMapping("/admin/flags")
class FlagController {
    private final RoomFlags flags;

    FlagController(RoomFlags flags) {
        this.flags = flags;
    }

    /** @param times how often it was told */
    record FlagJson(long id, long sessionId, RoomFlag.Kind kind, int times, Instant raisedAt, Instant lastAt,
            @Nullable Instant handledAt, @Nullable String handledBy, int version) {

        static FlagJson of(RoomFlag flag) {
            AccountId by = flag.handledBy();
            return new FlagJson(flag.id(), flag.sessionId(), flag.kind(), flag.times(), flag.raisedAt(), flag.lastAt(),
                    flag.handledAt(), by == null ? null : by.value(), flag.version());
        }
    }

    /** @param handled false: it is to be looked at again */
    record Handled(@NotNull Boolean handled) {}

    /** The latest first; all unless told. */
    @GetMapping
    PageOf<FlagJson> list(@RequestParam(required = false) @Nullable Boolean handled, @Valid Paging paging) {
        return PageOf.of(flags.list(handled, paging.offset(), paging.size()), paging, flags.count(handled))
                .map(FlagJson::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<FlagJson> one(@PathVariable long id) {
        return answer(find(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<FlagJson> handle(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Handled asked, @AuthenticationPrincipal SignedIn who) {
        int version = find(id).version();
        Versions.check(ifMatch, version);
        return answer(flags.handle(id, version, asked.handled, who.id()));
    }

    private RoomFlag find(long id) {
        return flags.find(id).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<FlagJson> answer(RoomFlag flag) {
        return Versions.ok(FlagJson.of(flag), flag.version());
    }
}
