package np.saathi.telephony.asterisk;

import java.util.HashSet;
import java.util.Set;

import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.telephony.CallId;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.TelephonyEvent.HoldChanged;
import np.saathi.telephony.TelephonyEvent.HungUp;
import np.saathi.telephony.TelephonyEvent.Joined;
import np.saathi.telephony.TelephonyEvent.Left;
import np.saathi.telephony.TelephonyEvent.Snapshot;

/**
 * Whoever is in a room and puts us on hold is not heard there: their phone or its network plays music or advertisements
 * meanwhile. Their channel itself is muted, not their place in the room, so that back from hold they are as muted as
 * they were. What happened while the app was away is asked for after each (re)connect. Outside of rooms nothing is
 * muted: who is helped in the crisis path hears that the other end waits.
 */
@Component
class HoldMute {
    private static final Logger LOG = LoggerFactory.getLogger(HoldMute.class);
    private static final String MUTED = "MUTEAUDIO(in)";
    private static final String ON_HOLD = "CHANNEL(rtp,hold)";
    private final AmiLink link;
    private final Channels channels;
    private final Set<CallId> held = new HashSet<>();
    private final Set<CallId> inRooms = new HashSet<>();

    HoldMute(AmiLink link, Channels channels) {
        this.link = link;
        this.channels = channels;
    }

    /** On the one thread of all telephony events. */
    @EventListener
    synchronized void on(TelephonyEvent event) {
        switch (event) {
            case HoldChanged hold when hold.held() -> {
                held.add(hold.call());
                mute(hold.call(), inRooms.contains(hold.call()));
            }
            case HoldChanged back -> {
                held.remove(back.call());
                mute(back.call(), false);
            }
            case Joined joined -> {
                inRooms.add(joined.call());
                if (held.contains(joined.call())) {
                    mute(joined.call(), true);
                }
            }
            case Left left -> {
                inRooms.remove(left.call());
                if (held.contains(left.call())) {
                    mute(left.call(), false);
                }
            }
            case HungUp over -> {
                held.remove(over.call());
                inRooms.remove(over.call());
            }
            case Snapshot snapshot -> learn(snapshot);
            default -> {
                // says nothing of hold
            }
        }
    }

    private void learn(Snapshot snapshot) {
        inRooms.clear();
        snapshot.rooms().values().forEach(inRooms::addAll);
        held.retainAll(snapshot.calls());
        for (CallId call : inRooms) {
            if (isOnHold(call)) {
                held.add(call);
                mute(call, true);
            } else {
                held.remove(call);
                mute(call, false);
            }
        }
    }

    private boolean isOnHold(CallId call) {
        return channels.nameOf(call).map(name -> link.exchange().send(new GetVarAction(Guard.name(name), ON_HOLD)))
                .map(answer -> "1".equals(answer.getAttribute("Value"))).orElse(false);
    }

    private void mute(CallId call, boolean yes) {
        try {
            channels.nameOf(call).ifPresent(
                    name -> link.exchange().send(new SetVarAction(Guard.name(name), MUTED, yes ? "on" : "off")));
        } catch (ExchangeUnreachable e) {
            LOG.warn("A call on hold is muted, or heard again, when the link is back: {}", e.getMessage());
        }
    }
}
