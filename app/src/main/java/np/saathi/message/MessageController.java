package np.saathi.message;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import np.saathi.account.AccountId;
import np.saathi.account.CallersAndVolunteers;
import np.saathi.account.Role;
import np.saathi.account.SignedIn;
import np.saathi.audio.AudioRefused;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Wav;

/** Private messages on the web: a caller's own thread, or what a volunteer may open. */
@RestController
@CallersAndVolunteers
class MessageController {
    private final Messages messages;
    private final VoiceIntake intake;
    private final MessageJson.Maker json;

    MessageController(Messages messages, VoiceIntake intake, MessageJson.Maker json) {
        this.messages = messages;
        this.intake = intake;
        this.json = json;
    }

    /**
     * @param to a volunteer whom the caller has met; of a volunteer: whose message is answered
     * @param sessionId of a caller: one that they were in
     * @param inReplyTo of a volunteer: which message is answered, when not told by {@code to}
     */
    record Letter(@Nullable @Pattern(regexp = "[1-9]{6}") String to, @Nullable Long sessionId,
            @Nullable Long inReplyTo) {

        @Nullable
        AccountId recipient() {
            return to == null ? null : new AccountId(to);
        }
    }

    /** @param text what is said */
    record TextLetter(@Nullable @Pattern(regexp = "[1-9]{6}") String to, @Nullable Long sessionId,
            @Nullable Long inReplyTo, @NotBlank @Size(max = 1000) String text) {

        Letter letter() {
            return new Letter(to, sessionId, inReplyTo);
        }
    }

    @PostMapping(path = "/private-message", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MessageJson> write(@Valid @RequestBody TextLetter letter, @AuthenticationPrincipal SignedIn who) {
        return send(letter.letter(), new Content.Text(letter.text().strip()), who);
    }

    @PostMapping(path = "/private-message", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MessageJson> speak(@Valid @ModelAttribute Letter letter, @RequestParam("audio") MultipartFile audio,
            @AuthenticationPrincipal SignedIn who) throws IOException {
        if (audio.getSize() > VoiceIntake.MOST_BYTES) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "A voice message has 5 MB at most");
        }
        if (who.role() == Role.USER) {
            messages.mustBeFew(who.id()); // before the work of decoding
        }
        try (InputStream upload = audio.getInputStream()) {
            return send(letter, intake.voice(upload.readNBytes(VoiceIntake.MOST_BYTES)), who);
        }
    }

    private ResponseEntity<MessageJson> send(Letter letter, Content content, SignedIn who) {
        Message sent = who.role() == Role.USER
                ? messages.fromCaller(who.id(),
                        new Messages.About(letter.recipient(), letter.sessionId(), letter.inReplyTo()), content)
                : messages.fromVolunteer(who.id(), letter.inReplyTo(), letter.recipient(), content);
        return ResponseEntity.created(URI.create("/private-message/" + sent.id())).body(json.of(sent, who));
    }

    /** The latest first. A volunteer reads the words only of what they have opened. */
    @GetMapping({"/private-message", "/cmhv/messages"})
    PageOf<MessageJson> inbox(@Valid Paging paging, @AuthenticationPrincipal SignedIn who) {
        Messages.Inbox inbox = who.role() == Role.USER
                ? messages.ofCaller(who.id(), paging.offset(), paging.size())
                : messages.ofVolunteer(who.id(), paging.offset(), paging.size());
        return PageOf.of(inbox.items(), paging, inbox.total()).map(message -> json.of(message, who));
    }

    /** Of a volunteer: nobody else can open it for half an hour. Of a caller: an answer counts as heard. */
    @PostMapping("/private-message/{id}/open")
    MessageJson open(@PathVariable long id, @AuthenticationPrincipal SignedIn who) {
        return json.of(who.role() == Role.USER
                ? messages.openAsCaller(who.id(), id)
                : messages.openAsVolunteer(who.id(), id), who);
    }

    /** WAV, 16 bit. */
    @GetMapping("/private-message/{id}/audio")
    ResponseEntity<byte[]> audio(@PathVariable long id, @AuthenticationPrincipal SignedIn who) {
        Message message = (who.role() == Role.USER
                ? messages.readableByCaller(who.id(), id)
                : messages.readableByVolunteer(who.id(), id)).filter(Message::isVoice)
                .orElseThrow(Problem::notFound);
        byte[] alaw = messages.sound(message).orElseThrow(Problem::notFound);
        return Wav.answer(alaw);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(MessageRefused refused) {
        return answer(switch (refused.why()) {
            case UNKNOWN -> Problem.notFound();
            case HELD_BY_ANOTHER -> Problem.conflict("message-held", "Somebody else has opened it just now");
            case NOT_OPENED -> Problem.conflict("message-not-open", "Open the message that you answer first");
            case NEVER_MET -> Problem.of(HttpStatus.FORBIDDEN, "never-met",
                    "You can write to volunteers whom you have met, about sessions that you were in");
            case TOO_MANY -> Problem.tooMany(Duration.ofHours(1));
        });
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(AudioRefused refused) {
        return answer(refused.problem());
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem) {
        return ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders()).body(problem.getBody());
    }
}
