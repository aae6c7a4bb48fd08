package np.saathi.alert;

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
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** What must not wait, for admins to see to. */
@RestController
@AdminOnly
@RequestMapping("/admin/alerts")
class AlertController {
    private final Alerts alerts;

    AlertController(Alerts alerts) {
        this.alerts = alerts;
    }

    /**
     * @param volunteerId whom it is about, of {@code HOST_UNWELL}
     * @param rounds how often the whole roster was rung
     * @param takenBy whose phone of the roster took it
     */
    record AlertJson(long id, AlertKind kind, AlertState state, @Nullable Long sessionId, @Nullable String category,
            String language, @Nullable String volunteerId, Instant raisedAt, int rounds, @Nullable Instant takenAt,
            @Nullable String takenBy, @Nullable Instant handledAt, @Nullable String handledBy, int version) {

        static AlertJson of(Alert alert) {
            return new AlertJson(alert.id(), alert.kind(), alert.state(), alert.sessionId(), alert.category(),
                    alert.language().code(), text(alert.volunteer()), alert.raisedAt(), alert.rounds(),
                    alert.takenAt(), alert.takenBy(), alert.handledAt(), text(alert.handledBy()), alert.version());
        }

        private static @Nullable String text(@Nullable AccountId id) {
            return id == null ? null : id.value();
        }
    }

    /** @param handled true: seen to, and nobody is rung for it any more; false: it is to be seen to again */
    record Handled(@NotNull Boolean handled) {}

    /** The latest first; all unless told. */
    @GetMapping
    PageOf<AlertJson> list(@RequestParam(required = false) @Nullable Boolean handled, @Valid Paging paging) {
        return PageOf.of(alerts.list(handled, paging.offset(), paging.size()), paging, alerts.count(handled))
                .map(AlertJson::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<AlertJson> one(@PathVariable long id) {
        return answer(find(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<AlertJson> handle(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Handled asked, @AuthenticationPrincipal SignedIn who) {
        int version = find(id).version();
        Versions.check(ifMatch, version);
        return answer(alerts.handle(id, version, asked.handled, who.id()));
    }

    private Alert find(long id) {
        return alerts.find(id).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<AlertJson> answer(Alert alert) {
        return Versions.ok(AlertJson.of(alert), alert.version());
    }
}
