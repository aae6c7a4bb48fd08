package np.saathi.wording;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import np.saathi.account.SignedIn;
import np.saathi.web.Versions;
import np.saathi.wording.SentenceView.Source;

/** Whether groups may open on the words as they are. */
@RestController
@RequestMapping("/admin/prompts/approval")
class ApprovalController {
    private final Approval approval;

    ApprovalController(Approval approval) {
        this.approval = approval;
    }

    /**
     * @param required whether this line waits for it at all
     * @param lacking the sentences that groups wait for
     */
    record ApprovalView(boolean groupsMayOpen, boolean required, boolean override, @Nullable String reason,
            @Nullable String setBy, @Nullable Instant setAt, List<Lack> lacking) {}

    record Lack(String language, String key, Source source, boolean reviewed) {
        static Lack of(SentenceView sentence) {
            return new Lack(sentence.language(), sentence.key(), sentence.source(), sentence.reviewed() != null);
        }
    }

    /** @param reason why groups shall open all the same, or no more; it is kept */
    record Decide(@NotNull Boolean override, @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Operation(summary = "Whether groups may open, and which words they wait for")
    ResponseEntity<ApprovalView> read() {
        approval.refresh();
        return answer();
    }

    @PutMapping
    @Operation(summary = "Let groups open on words that are not recorded and reviewed, or no more")
    ResponseEntity<ApprovalView> decide(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Decide decision,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn who) {
        approval.refresh();
        int version = approval.state().decision().version();
        Versions.check(ifMatch, version);
        approval.decide(version, decision.override, decision.reason, who.id());
        return answer();
    }

    private ResponseEntity<ApprovalView> answer() {
        Approval.State now = approval.state();
        OverrideRow.Decision decision = now.decision();
        return Versions.ok(new ApprovalView(approval.holds(), approval.required(), decision.inForce(),
                decision.reason(), decision.setBy(), decision.setAt(), now.lacking().stream().map(Lack::of).toList()),
                decision.version());
    }
}
