package np.saathi.ivr;

import static np.saathi.prompt.Prompt.CALLBACK_KEPT;
import static np.saathi.prompt.Prompt.CALLBACK_LEFT;
import static np.saathi.prompt.Prompt.CALLBACK_MAYNOT;
import static np.saathi.prompt.Prompt.CALLBACK_OFFER;
import static np.saathi.prompt.Prompt.CALLBACK_SAFE;
import static np.saathi.prompt.Prompt.CALLBACK_SHOWS;
import static np.saathi.prompt.Prompt.CALLBACK_TOOFAR;
import static np.saathi.prompt.Prompt.CALLBACK_TOOMANY;
import static np.saathi.prompt.Prompt.CALLBACK_WITHHELD;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.ivr.dialogue.Confirm;
import np.saathi.joining.Callbacks;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;

/**
 * Whether to be rung when a group starts (or when it is cancelled):
 *
 * <pre>
 * the number is withheld, or the group begins later than a number is kept: told so
 * what we would do, which number will show, is it safe to ring this phone? → 1 it is kept until then | else it is not
 * </pre>
 *
 * Who is not remembered may ask too: this is consent of its own, to keeping the number and nothing else.
 */
@Component
class CallbackFlow {
    private static final Confirm SAFE = Confirm.losing(CALLBACK_SAFE);

    private final Callbacks callbacks;

    CallbackFlow(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** @return whether they will be rung */
    boolean offer(PhoneLine line, Caller caller, PeerSession session) {
        Optional<PhoneNumber> phone = line.number();
        if (phone.isEmpty()) {
            line.say(Spoken.of(CALLBACK_WITHHELD));
            return false;
        }
        if (!callbacks.reach(session)) {
            line.say(Spoken.of(CALLBACK_TOOFAR));
            return false;
        }
        line.say(Spoken.of(CALLBACK_OFFER, CALLBACK_SHOWS).then(Spoken.digits(callbacks.shownNumber())));
        if (!SAFE.ask(line)) {
            line.say(Spoken.of(CALLBACK_LEFT));
            return false;
        }
        Callbacks.Taken taken = line
                .meanwhile(() -> callbacks.ask(session, caller.account(), phone.get(), line.language()));
        line.say(Spoken.of(words(taken)));
        return taken == Callbacks.Taken.KEPT;
    }

    private static Prompt words(Callbacks.Taken taken) {
        return switch (taken) {
            case KEPT -> CALLBACK_KEPT;
            case MAY_NOT -> CALLBACK_MAYNOT;
            case TOO_OFTEN -> CALLBACK_TOOMANY;
        };
    }
}
