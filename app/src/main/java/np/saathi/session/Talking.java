package np.saathi.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.telephony.CallId;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.TelephonyEvent.HoldChanged;
import np.saathi.telephony.TelephonyEvent.HungUp;
import np.saathi.telephony.TelephonyEvent.Left;
import np.saathi.telephony.TelephonyEvent.LinkLost;
import np.saathi.telephony.TelephonyEvent.MuteChanged;
import np.saathi.telephony.TelephonyEvent.TalkingChanged;

/**
 * Who speaks at this moment, as the exchange tells. Kept nowhere: a moment later it is another. While somebody's key is
 * answered the exchange does not listen to them, and the last it told of them stands: {@link #surely} knows that.
 */
@Component
public class Talking {
    private final Set<CallId> calls = ConcurrentHashMap.newKeySet();
    private final Set<CallId> held = ConcurrentHashMap.newKeySet();
    private final Set<CallId> atTheKeys = ConcurrentHashMap.newKeySet();

    @EventListener
    void on(TelephonyEvent event) {
        switch (event) {
            // what a phone plays that put us on hold is not told in order with the hold itself
            case TalkingChanged talk when talk.talking() && held.contains(talk.call()) -> calls.remove(talk.call());
            case TalkingChanged talk when talk.talking() -> calls.add(talk.call());
            case TalkingChanged silence -> calls.remove(silence.call());
            // who is muted is not listened to either: no end of their talking would be told
            case MuteChanged mute when mute.muted() -> calls.remove(mute.call());
            case HoldChanged hold when hold.held() -> {
                held.add(hold.call());
                calls.remove(hold.call());
            }
            case HoldChanged back -> held.remove(back.call());
            case Left left -> calls.remove(left.call());
            case HungUp over -> {
                calls.remove(over.call());
                held.remove(over.call());
            }
            case LinkLost _ -> {
                calls.clear();
                held.clear();
            }
            default -> {
                // says nothing of who speaks
            }
        }
    }

    boolean now(CallId call) {
        return calls.contains(call);
    }

    /** Whether it may be said aloud that they speak. */
    public boolean surely(CallId call) {
        return now(call) && !atTheKeys.contains(call);
    }

    /** Their key is being answered from now on, until {@link #back}. */
    public void atTheKeys(CallId call) {
        atTheKeys.add(call);
    }

    public void back(CallId call) {
        atTheKeys.remove(call);
    }
}
