package np.saathi.safety;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.prompt.Language;
import np.saathi.ringing.RingWish;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.Rings;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.TelephonyEvent;

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

    /**
     * Only the last wish of a call counts. If this takes too long, the exchange tells them that it can't be done: then it
     * must not be.
     */
    @Override
    public void answer(PhoneLine line) {
        PhoneNumber number = line.number().filter(rings::mayRingInCrisis)
                .orElseThrow(() -> new Declined("no number that may be rung"));
        String call = line.id().value();
        String when = line.noted("CALLBACK_KIND").equals(NOW) ? NOW : IF_IT_BREAKS;
        Language language = line.language();
        callOff(call);
        rings.arrange(new RingWish(Purpose.CRISIS, subject(when, call), Optional.empty(), number, language,
                Manner.caller(settings.callbackPause(), settings.callbackLife()), false));
        try {
            line.note("CALLBACK", "kept");
        } catch (CallerHungUp left) {
            callOff(call);
            throw left;
        }
    }

    /**
     * A line that did not break has nothing to be rung for. Who asked to be called is called when their line is free,
     * unless they talked with somebody after all.
     */
    @EventListener
    @Transactional
    public void settle(CrisisOver over) {
        switch (over.line()) {
            case SEARCHES -> {
                // both wishes stand
            }
            case UP -> {
                callOff(IF_IT_BREAKS, over.call());
                if (over.talked()) {
                    callOff(NOW, over.call());
                }
            }
            case HUNG_UP -> {
                callOff(IF_IT_BREAKS, over.call());
                if (over.talked()) {
                    callOff(NOW, over.call());
                } else {
                    due(NOW, over.call());
                }
            }
            case BROKE -> {
                due(IF_IT_BREAKS, over.call());
                due(NOW, over.call());
            }
        }
    }

    /** They had gone back to where they were, and have hung up there. */
    @EventListener
    void over(TelephonyEvent.HungUp hungUp) {
        due(NOW, hungUp.call().value());
    }

    private void callOff(String call) {
        callOff(NOW, call);
        callOff(IF_IT_BREAKS, call);
    }

    private void callOff(String when, String call) {
        rings.callOff(Purpose.CRISIS, subject(when, call));
    }

    private void due(String when, String call) {
        rings.due(Purpose.CRISIS, subject(when, call));
    }

    private static String subject(String when, String call) {
        return when + " " + call;
    }
}
