package np.saathi.telephony.asterisk;

import java.time.Instant;
import java.util.Optional;

import org.asteriskjava.manager.event.AbstractConfbridgeEvent;
import org.asteriskjava.manager.event.AbstractHoldEvent;
import org.asteriskjava.manager.event.ConfbridgeJoinEvent;
import org.asteriskjava.manager.event.ConfbridgeLeaveEvent;
import org.asteriskjava.manager.event.ConfbridgeTalkingEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HoldEvent;
import org.asteriskjava.manager.event.ManagerEvent;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.TelephonyEvent;

/**
 * From Asterisk's events to ours: a pure function. Channels of the kind {@code Local/} are our own whispers, never
 * people, and whatever is not about people or crisis calls is nothing to us.
 */
final class AmiTranslator {

    /** Asterisk's state of a channel that is answered, and its causes of a hang-up. */
    private static final int UP = 6;
    private static final int NO_CAUSE = 0;
    private static final int NORMAL = 16;
    private static final int USER_BUSY = 17;
    private static final int NO_USER_RESPONSE = 18;
    private static final int NO_ANSWER = 19;
    private static final int REJECTED = 21;
    private static final int NORMAL_UNSPECIFIED = 31;

    private AmiTranslator() {}

    static Optional<TelephonyEvent> translate(ManagerEvent event, Instant at) {
        return switch (event) {
            case AbstractConfbridgeEvent inRoom when isPerson(inRoom.getChannel()) -> inRoom(inRoom, at);
            case HangupEvent over when isPerson(over.getChannel()) ->
                Optional.of(new TelephonyEvent.HungUp(new CallId(over.getUniqueId()), at));
            case AbstractHoldEvent hold when isPerson(hold.getChannel()) -> Optional.of(new TelephonyEvent.HoldChanged(
                    new CallId(hold.getUniqueId()), hold instanceof HoldEvent, at));
            case CrisisSettledEvent _ -> Optional.of(new TelephonyEvent.CrisisSettled(at));
            case CallbackTakenEvent taken when taken.getCallback() != null ->
                Optional.of(new TelephonyEvent.CallbackTaken(taken.getCallback(), at));
            case RingGivenUpEvent givenUp when givenUp.getCallback() != null ->
                Optional.of(new TelephonyEvent.RingGivenUp(givenUp.getCallback(), at));
            default -> Optional.empty();
        };
    }

    /**
     * What the end of a channel tells of a call that we placed, beside its being over. The cause is the trunk's (Q.850).
     *
     * @return empty for all other channels
     */
    static Optional<TelephonyEvent> ofRing(HangupEvent over, Instant at) {
        return AmiDialler.nameOf(over.getUniqueId()).map(name -> new TelephonyEvent.RingOver(name, answer(over), at));
    }

    private static TelephonyEvent.Answer answer(HangupEvent over) {
        if (Integer.valueOf(UP).equals(over.getChannelState())) {
            return TelephonyEvent.Answer.PICKED_UP;
        }
        return switch (over.getCause() == null ? NO_CAUSE : over.getCause()) {
            case USER_BUSY -> TelephonyEvent.Answer.BUSY;
            // our own giving up has no cause, or is a normal end
            case NO_CAUSE, NORMAL, NO_USER_RESPONSE, NO_ANSWER, REJECTED, NORMAL_UNSPECIFIED ->
                TelephonyEvent.Answer.NO_ANSWER;
            default -> TelephonyEvent.Answer.FAILED;
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
