package np.saathi.telephony.asterisk;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.action.ConfbridgeListAction;
import org.asteriskjava.manager.action.ConfbridgeListRoomsAction;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.ConfbridgeListEvent;
import org.asteriskjava.manager.event.ConfbridgeListRoomsEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.ResponseEvent;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.TelephonyEvent.Snapshot;

/** Asks Asterisk how things stand: which calls are up, and who is in which room. */
class SnapshotTaker {
    private final Exchange exchange;
    private final Channels channels;

    SnapshotTaker(Exchange exchange, Channels channels) {
        this.exchange = exchange;
        this.channels = channels;
    }

    Snapshot take(Instant exchangeStarted, Instant now) {
        Map<Room, Set<CallId>> rooms = new HashMap<>();
        for (ConfbridgeListRoomsEvent room : list(new ConfbridgeListRoomsAction(), ConfbridgeListRoomsEvent.class)) {
            rooms.put(new Room(room.getConference()), members(room.getConference()));
        }
        return new Snapshot(exchangeStarted, calls(), rooms, now);
    }

    private Set<CallId> members(String room) {
        Set<CallId> members = new HashSet<>();
        for (ConfbridgeListEvent member : list(new ConfbridgeListAction(Guard.name(room)), ConfbridgeListEvent.class)) {
            if (AmiTranslator.isPerson(member.getChannel())) {
                members.add(learn(member.getUniqueid(), member.getChannel()));
            }
        }
        return members;
    }

    private Set<CallId> calls() {
        Set<CallId> calls = new HashSet<>();
        for (CoreShowChannelEvent channel : list(new CoreShowChannelsAction(), CoreShowChannelEvent.class)) {
            if (AmiTranslator.isPerson(channel.getChannel())) {
                calls.add(learn(channel.getUniqueid(), channel.getChannel()));
            }
        }
        return calls;
    }

    private CallId learn(String uniqueId, String channelName) {
        CallId call = new CallId(uniqueId);
        channels.learn(call, channelName);
        return call;
    }

    private <E extends ResponseEvent> List<E> list(EventGeneratingAction action, Class<E> kind) {
        ResponseEvents answer = exchange.list(action);
        return answer.getEvents().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
