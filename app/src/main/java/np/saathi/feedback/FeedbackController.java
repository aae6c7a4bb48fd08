package np.saathi.feedback;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import np.saathi.account.CallersAndVolunteers;
import np.saathi.account.Role;
import np.saathi.account.SignedIn;
import np.saathi.account.StaffOnly;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.web.Problem;
import np.saathi.web.Wav;

/** Feedback on the web. Who was there gives it; who hosted reads it once nobody can be told from it. */
@RestController
class FeedbackController {
    /** Fewer ratings could be guessed to be somebody's. */
    private static final int ENOUGH = 3;
    private final Feedback feedback;
    private final FeedbackVoices voices;
    private final Sessions sessions;

    FeedbackController(Feedback feedback, FeedbackVoices voices, Sessions sessions) {
        this.feedback = feedback;
        this.voices = voices;
        this.sessions = sessions;
    }

    /** @param rating 1 (did not help at all) to 5 (helped very much) */
    record FeedbackBody(@NotNull Long sessionId, @NotNull @Min(1) @Max(5) Integer rating,
            @Nullable @Size(max = 2000) String notes) {}

    @PostMapping("/feedback")
    @CallersAndVolunteers
    @ResponseStatus(HttpStatus.CREATED)
    FeedbackBody give(@Valid @RequestBody FeedbackBody said, @AuthenticationPrincipal SignedIn who) {
        found(said.sessionId());
        return switch (feedback.give(who.id(), said.sessionId(), said.rating(), said.notes())) {
            case TAKEN -> said;
            case BEFORE -> throw Problem.conflict("feedback-given", "You have given your feedback on this session");
            case NOT_THERE ->
                throw Problem.of(HttpStatus.FORBIDDEN, "not-a-participant", "You were not in this session");
        };
    }

    @GetMapping("/feedback/{sessionId}")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "Not ended, or fewer than three ratings (feedback-not-yet)", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "#/components/schemas/Problem409")))
    @StaffOnly
    FeedbackSummary read(@PathVariable long sessionId, @AuthenticationPrincipal SignedIn who) {
        return readable(sessionId, who);
    }

    /** What somebody said by phone in addition to their rating: WAV, 16 bit. @param name one of those told with it */
    @GetMapping("/feedback/{sessionId}/voices/{name}")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "Not ended, or fewer than three ratings (feedback-not-yet)", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "#/components/schemas/Problem409")))
    @StaffOnly
    ResponseEntity<byte[]> hear(@PathVariable long sessionId, @PathVariable String name,
            @AuthenticationPrincipal SignedIn who) {
        var _ = readable(sessionId, who);
        return Wav.answer(voices.hear(sessionId, name).orElseThrow(Problem::notFound));
    }

    private FeedbackSummary readable(long sessionId, SignedIn who) {
        PeerSession session = found(sessionId);
        FeedbackSummary all = feedback.of(sessionId);
        if (who.role() == Role.ADMIN) {
            return all;
        }
        if (!session.hosts().contains(who.id())) {
            throw Problem.of(HttpStatus.FORBIDDEN, "not-your-session", "You are not assigned to this session");
        }
        if (session.state() != SessionState.ENDED || all.count() < ENOUGH) {
            throw Problem.conflict("feedback-not-yet",
                    "It is shown once the session has ended and " + ENOUGH + " people have rated it");
        }
        return all;
    }

    private PeerSession found(long sessionId) {
        return sessions.find(sessionId).orElseThrow(Problem::notFound);
    }
}
