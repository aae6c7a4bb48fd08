package np.saathi.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.TelephonyEvent.HungUp;
import np.saathi.telephony.TelephonyEvent.Left;
import np.saathi.telephony.TelephonyEvent.LinkLost;
import np.saathi.telephony.TelephonyEvent.TalkingChanged;

/** Who speaks at this moment, as the exchange tells. Kept nowhere: a moment later it is another. */
@Component
class Talking {
    private final Set<CallId> calls = ConcurrentHashMap.newKeySet();

    @EventListener
    void on(TelephonyEvent event) {
        switch (event) {
            case TalkingChanged talk when talk.talking() -> calls.add(talk.call());
            case TalkingChanged silence -> calls.remove(silence.call());
            case Left left -> calls.remove(left.call());
            case HungUp over -> calls.remove(over.call());
            case LinkLost _ -> calls.clear();
            default -> {
                // says nothing of who speaks
            }
        }
    }

    boolean now(CallId call) {
        return calls.contains(call);
    }
}
