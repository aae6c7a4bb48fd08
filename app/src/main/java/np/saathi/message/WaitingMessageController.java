package np.saathi.message;

import java.time.Clock;
import java.time.Instant;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import np.saathi.account.AdminOnly;
import np.saathi.message.Message.Status;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;

/** For admins, who see to it that somebody answers: that messages wait, never whose they are nor what they say. */
@RestController
@AdminOnly
class WaitingMessageController {
    private final MessageRows rows;
    private final Clock clock;

    WaitingMessageController(MessageRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param seconds of a voice message; none for text
     * @param status never {@code ANSWERED}
     * @param heldUntil until when the volunteer who opened it has it
     */
    record WaitingJson(long id, String language, @Nullable String category, @Nullable Integer seconds, Instant sentAt,
            Status status, @Nullable Instant heldUntil) {

        static WaitingJson of(Message message, Instant now) {
            Status status = message.status(now);
            return new WaitingJson(message.id(), message.language().code(), message.category(), message.seconds(),
                    message.sentAt(), status, status == Status.HELD ? message.heldUntil() : null);
        }
    }

    /** What callers wrote and nobody has answered, the longest waiting first. */
    @GetMapping("/admin/messages")
    PageOf<WaitingJson> waiting(@Valid Paging paging) {
        Instant now = clock.instant();
        return PageOf.of(rows.waiting(paging.offset(), paging.size()), paging, rows.countWaiting())
                .map(message -> WaitingJson.of(message, now));
    }
}
