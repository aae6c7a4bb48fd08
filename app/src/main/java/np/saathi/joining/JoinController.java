package np.saathi.joining;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import np.saathi.account.CallersAndVolunteers;
import np.saathi.account.SignedIn;

/** From the web into a session's room by phone, and out of it. */
@RestController
@CallersAndVolunteers
class JoinController {
    private final Joining joining;

    JoinController(Joining joining) {
        this.joining = joining;
    }

    /** @param callback to be rung instead of dialling */
    record JoinRequest(@NotNull Long sessionId, @Nullable @Valid Callback callback) {}

    /** @param safeToRing somebody else may pick up that phone, or look at it: they said that this is no danger */
    record Callback(@NotNull @Size(max = 32) String number, @NotNull Boolean safeToRing) {

        @Override
        public String toString() {
            return "[a callback]";
        }
    }

    /**
     * @param dial the number to call
     * @param code to key in under settings (9, then 3); none when the session is not open yet and the person is rung
     * @param expiresAt until when the code counts, or the callback's number is kept at most
     */
    record Ticket(String dial, @Nullable String code, Instant expiresAt) {}

    record LeaveRequest(@NotNull Long sessionId) {}

    @PostMapping("/join-session")
    Ticket join(@Valid @RequestBody JoinRequest asked, @AuthenticationPrincipal SignedIn who) {
        Callback callback = asked.callback;
        return callback == null
                ? joining.byCode(asked.sessionId, who.id())
                : joining.byCallback(asked.sessionId, who.id(), callback.number, callback.safeToRing);
    }

    /** The person goes on with the call: rating, then the main menu. */
    @PostMapping("/leave-session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@Valid @RequestBody LeaveRequest asked, @AuthenticationPrincipal SignedIn who) {
        joining.leave(asked.sessionId, who.id());
    }
}
