package np.saathi.safety;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.ringing.RingWish;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.Rings;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;

/**
 * "Ring me if the line breaks" and "call me back": takes the wish from the crisis path. When its call is over they are
 * rung, one try plus two, or it was not needed. The number is kept for an hour at most.
 */
@Component
class CrisisCallbackDesk implements CallHandler {
    private static final String NOW = "now";
    private static final String IF_IT_BREAKS = "break";
    private final Rings rings;
    private final CrisisProperties settings;

    CrisisCallbackDesk(Rings rings, CrisisProperties settings) {
        this.rings = rings;
        this.settings = settings;
    }

    @Override
    public Door door() {
        return Door.CRISIS_CALLBACK;
    }

    /** Only the last wish of a call counts. */
    @Override
    public void answer(PhoneLine line) {
        PhoneNumber number = line.number().filter(rings::mayRing)
                .orElseThrow(() -> new Declined("no number that may be rung"));
        CallId call = line.id();
        rings.callOff(Purpose.CRISIS, subject(NOW, call.value()));
        rings.callOff(Purpose.CRISIS, subject(IF_IT_BREAKS, call.value()));
        String when = line.noted("CALLBACK_KIND").equals(NOW) ? NOW : IF_IT_BREAKS;
        rings.arrange(new RingWish(Purpose.CRISIS, subject(when, call.value()), Optional.empty(), number,
                line.language(), Manner.caller(settings.callbackPause(), settings.callbackLife()), false));
    }

    /** A line that did not break has nothing to be rung for, but who asked to be called is called. */
    @EventListener
    @Transactional
    public void settle(CrisisOver over) {
        rings.due(Purpose.CRISIS, subject(NOW, over.call()));
        if (over.lineBroke()) {
            rings.due(Purpose.CRISIS, subject(IF_IT_BREAKS, over.call()));
        } else {
            rings.callOff(Purpose.CRISIS, subject(IF_IT_BREAKS, over.call()));
        }
    }

    private static String subject(String when, String call) {
        return when + " " + call;
    }
}
