package np.saathi.telephony.asterisk;

import java.util.Locale;
import java.util.Optional;

import org.asteriskjava.manager.action.OriginateAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import np.saathi.prompt.Prompt;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.Dialler;

/**
 * Outbound calls go by AMI Originate, not by the dialplan's Dial: that one would show the number in events and channel
 * lists (R9). The channel's unique id tells our name for the call, so that its end is known for what it is.
 */
@Component
class AmiDialler implements Dialler {
    private static final String RING = "ring-";
    private final AmiLink link;

    AmiDialler(AmiLink link) {
        this.link = link;
    }

    /** To the dialplan's [callback]. */
    @Override
    public void ring(OutgoingCall call) {
        String name = Guard.name(call.name());
        OriginateAction ring = new OriginateAction();
        ring.setChannel("PJSIP/" + Guard.name(call.number().digits()) + "@trunk");
        ring.setChannelId(RING + name);
        ring.setContext("callback");
        ring.setExten("s");
        ring.setPriority(1);
        ring.setTimeout(call.patience().toMillis());
        ring.setAsync(true);
        ring.setVariable("CALLBACK_NAME", name);
        ring.setVariable("PURPOSE", call.purpose().name().toLowerCase(Locale.ROOT));
        ring.setVariable("OPENING", opening(call.purpose()).key());
        ring.setVariable("DOOR", door(call.purpose()).script());
        ring.setVariable("CHANNEL(language)", call.language().code());
        if (call.purpose() == Purpose.GROUP) {
            ring.setVariable("JOIN_CALLBACK", name);
        }
        link.exchange().order(ring);
    }

    private static Prompt opening(Purpose purpose) {
        return switch (purpose) {
            case CRISIS, GROUP -> Prompt.CALLBACK_OPENING;
            case HOST -> Prompt.RING_HOST;
            case DUTY -> Prompt.RING_DUTY;
        };
    }

    /** By which the app leads the call; the crisis path leads back to the callers'. */
    private static Door door(Purpose purpose) {
        return switch (purpose) {
            case CRISIS, GROUP -> Door.CALLER;
            case HOST -> Door.HOST_RUNG;
            case DUTY -> Door.DUTY;
        };
    }

    /** @return our name for the call of this channel; empty when we did not place it */
    static Optional<String> nameOf(@Nullable String uniqueId) {
        return Optional.ofNullable(uniqueId).filter(id -> id.startsWith(RING)).map(id -> id.substring(RING.length()));
    }
}
