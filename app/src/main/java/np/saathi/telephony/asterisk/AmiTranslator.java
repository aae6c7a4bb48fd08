package np.saathi.telephony.asterisk;

import java.time.Instant;
import java.util.Optional;

import org.asteriskjava.manager.event.AbstractConfbridgeEvent;
import org.asteriskjava.manager.event.ConfbridgeJoinEvent;
import org.asteriskjava.manager.event.ConfbridgeLeaveEvent;
import org.asteriskjava.manager.event.ConfbridgeTalkingEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.TelephonyEvent;

/**
 * From Asterisk's events to ours: a pure function. Channels of the kind {@code Local/} are our own whispers, never
 * people, and whatever is not about people or crisis calls is nothing to us.
 */
final class AmiTranslator {

    private AmiTranslator() {}

    static Optional<TelephonyEvent> translate(ManagerEvent event, Instant at) {
        return switch (event) {
            case AbstractConfbridgeEvent inRoom when isPerson(inRoom.getChannel()) -> inRoom(inRoom, at);
            case HangupEvent over when isPerson(over.getChannel()) ->
                Optional.of(new TelephonyEvent.HungUp(new CallId(over.getUniqueId()), at));
            case CrisisSettledEvent _ -> Optional.of(new TelephonyEvent.CrisisSettled(at));
            case CallbackTakenEvent taken when taken.getCallback() != null ->
                Optional.of(new TelephonyEvent.CallbackTaken(taken.getCallback(), at));
            default -> Optional.empty();
        };
    }

    private static Optional<TelephonyEvent> inRoom(AbstractConfbridgeEvent event, Instant at) {
        CallId call = new CallId(event.getUniqueId());
        Room room = new Room(event.getConference());
        return switch (event) {
            case ConfbridgeJoinEvent _ -> Optional.of(new TelephonyEvent.Joined(call, room, at));
            case ConfbridgeLeaveEvent _ -> Optional.of(new TelephonyEvent.Left(call, room, at));
            case ConfbridgeMuteEvent _ -> Optional.of(new TelephonyEvent.MuteChanged(call, room, true, at));
            case ConfbridgeUnmuteEvent _ -> Optional.of(new TelephonyEvent.MuteChanged(call, room, false, at));
            case ConfbridgeTalkingEvent talking -> Optional.of(new TelephonyEvent.TalkingChanged(call, room,
                    Boolean.TRUE.equals(talking.getTalkingStatus()), at));
            default -> Optional.empty();
        };
    }

    static boolean isPerson(String channelName) {
        return channelName != null && !channelName.startsWith("Local/");
    }
}
