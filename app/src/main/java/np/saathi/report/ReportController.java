package np.saathi.report;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import np.saathi.account.SignedIn;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;
import np.saathi.web.Wav;

/** A volunteer's own reports. */
@RestController
class ReportController {
    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    /** @param sessionId of a change it is not looked at */
    record ReportBody(@NotNull Long sessionId, @NotNull @Min(1) @Max(3) Integer risk, @Nullable Boolean followUp,
            @Nullable @Size(max = 8) List<@NotNull @Pattern(regexp = "[a-z0-9-]{1,32}") String> topics,
            @Nullable @Size(max = 2000) String notes, @Nullable @Min(1) @Max(5) Integer wellbeing) {

        Answers answers() {
            return new Answers(risk, Boolean.TRUE.equals(followUp), topics == null ? List.of() : topics, notes,
                    wellbeing);
        }
    }

    /**
     * @param hasVoice whether something was said in addition, by phone
     * @param filedAt it can be changed for a day
     */
    record ReportJson(long id, long sessionId, int risk, boolean followUp, List<String> topics, @Nullable String notes,
            @Nullable Integer wellbeing, boolean hasVoice, Instant filedAt, int version) {

        static ReportJson of(Report report) {
            Answers answers = report.answers();
            return new ReportJson(report.id(), report.sessionId(), answers.risk(), answers.followUp(),
                    answers.topics(), answers.notes(), answers.wellbeing(), report.hasVoice(), report.filedAt(),
                    report.version());
        }
    }

    @PostMapping("/cmhv/report")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReportJson> file(@Valid @RequestBody ReportBody body, @AuthenticationPrincipal SignedIn who) {
        Report report = reports.file(who.id(), body.sessionId(), body.answers());
        return ResponseEntity.created(URI.create("/cmhv/report/" + report.id())).eTag(Versions.tag(report.version()))
                .body(ReportJson.of(report));
    }

    @PutMapping("/cmhv/report/{id}")
    ResponseEntity<ReportJson> change(@PathVariable long id, @Valid @RequestBody ReportBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal SignedIn who) {
        Report before = mine(id, who);
        Versions.check(ifMatch, before.version());
        Report now = reports.change(before, before.version(), body.answers());
        return Versions.ok(ReportJson.of(now), now.version());
    }

    @GetMapping("/cmhv/report/{id}")
    ResponseEntity<ReportJson> one(@PathVariable long id, @AuthenticationPrincipal SignedIn who) {
        Report report = mine(id, who);
        return Versions.ok(ReportJson.of(report), report.version());
    }

    /** What was said by phone in addition: WAV, 16 bit. */
    @GetMapping("/cmhv/report/{id}/audio")
    ResponseEntity<byte[]> audio(@PathVariable long id, @AuthenticationPrincipal SignedIn who) {
        byte[] alaw = reports.voice(mine(id, who)).orElseThrow(Problem::notFound);
        return Wav.answer(alaw);
    }

    /** The latest first; how they were themselves is told in each. */
    @GetMapping("/cmhv/reports")
    PageOf<ReportJson> list(@Valid Paging paging, @AuthenticationPrincipal SignedIn who) {
        return PageOf.of(reports.of(who.id(), paging.offset(), paging.size()), paging, reports.count(who.id()))
                .map(ReportJson::of);
    }

    private Report mine(long id, SignedIn who) {
        return reports.find(id, who.id()).orElseThrow(Problem::notFound);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ReportRefused refused) {
        Problem problem = switch (refused.why()) {
            case NO_SUCH_SESSION -> Problem.notFound();
            case NOT_THE_HOST -> Problem.of(HttpStatus.FORBIDDEN, "not-your-session",
                    "You are not assigned to this session");
            case NOT_HELD -> Problem.conflict("session-not-held", "A session is reported when it is over");
            case FILED_BEFORE -> Problem.conflict("report-filed", "You have reported this session; change the report");
            case CLOSED -> Problem.conflict("report-closed", "A report can be changed for a day");
        };
        return ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders()).body(problem.getBody());
    }
}
