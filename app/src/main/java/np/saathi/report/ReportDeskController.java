package np.saathi.report;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import np.saathi.account.AccountId;
import np.saathi.account.AdminOnly;
import np.saathi.account.SignedIn;
import np.saathi.audit.Audited;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;
import np.saathi.web.Wav;

/** Admins read what hosts reported, and see to it. How a host is themselves is not told here. */
@RestController
@AdminOnly
@RequestMapping("/admin/reports")
class ReportDeskController {
    private final ReportDesk desk;
    private final Reports reports;

    ReportDeskController(ReportDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    /**
     * @param volunteerId absent once their account is gone; their words are gone with it
     * @param notes told of one report, never in lists
     * @param toFollowUp the host asked for it, or the risk is 3; and nobody has seen to it yet
     */
    record DeskReport(long id, long sessionId, @Schema(example = "stress") String category,
            @Nullable AccountId volunteerId, @Schema(minimum = "1", maximum = "3") int risk, boolean followUp,
            List<String> topics, @Schema(description = "Told of one report, never in lists") @Nullable String notes,
            boolean hasVoice, Instant filedAt, boolean toFollowUp, @Nullable Instant handledAt,
            @Nullable AccountId handledBy, int version) {

        static DeskReport of(Report report, boolean withNotes) {
            var answers = report.answers();
            return new DeskReport(report.id(), report.sessionId(), report.category(), report.host(), answers.risk(),
                    answers.followUp(), answers.topics(), withNotes ? answers.notes() : null, report.hasVoice(),
                    report.filedAt(), report.toFollowUp(), report.handledAt(), report.handledBy(), report.version());
        }

        @Override
        public String toString() {
            return "DeskReport[" + id + "]";
        }
    }

    /** @param handled false: it is to be looked at again */
    record Handled(@NotNull Boolean handled) {}

    @GetMapping
    @Operation(summary = "What hosts reported, the latest first; risk: at least")
    PageOf<DeskReport> list(@RequestParam(required = false) @Min(1) @Max(3) @Nullable Integer risk,
            @RequestParam(required = false) @Nullable Boolean toFollowUp,
            @RequestParam(required = false) @Nullable Long session,
            @RequestParam(required = false) @Pattern(regexp = "[1-9]{6}") @Nullable String volunteer,
            @Valid @ParameterObject Paging paging) {
        ReportDesk.Search search = new ReportDesk.Search(risk, toFollowUp, session,
                volunteer == null ? null : new AccountId(volunteer));
        return PageOf.of(desk.list(search, paging.offset(), paging.size()), paging, desk.count(search))
                .map(report -> DeskReport.of(report, false));
    }

    @GetMapping("/{id}")
    @Audited
    @Operation(summary = "One report, with its words; each reading is in the audit log")
    ResponseEntity<DeskReport> one(@PathVariable long id) {
        return answer(find(id));
    }

    @GetMapping("/{id}/audio")
    @Audited
    @Operation(summary = "What was said by phone in addition: WAV, 16 bit; each hearing is in the audit log")
    ResponseEntity<byte[]> audio(@PathVariable long id) {
        return Wav.answer(reports.voice(find(id)).orElseThrow(Problem::notFound));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Seen to, or to be looked at again; a host's change opens it again as well")
    ResponseEntity<DeskReport> handle(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Handled asked, @AuthenticationPrincipal SignedIn who) {
        int version = find(id).version();
        Versions.check(ifMatch, version);
        return answer(desk.handle(id, version, asked.handled, who.id()));
    }

    private Report find(long id) {
        return desk.find(id).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<DeskReport> answer(Report report) {
        return Versions.ok(DeskReport.of(report, true), report.version());
    }
}
