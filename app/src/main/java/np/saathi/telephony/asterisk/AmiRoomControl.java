package np.saathi.telephony.asterisk;

import org.asteriskjava.manager.action.ConfbridgeKickAction;
import org.asteriskjava.manager.action.ConfbridgeMuteAction;
import org.asteriskjava.manager.action.ConfbridgeUnmuteAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.springframework.stereotype.Component;

import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Room;
import np.saathi.telephony.RoomControl;

/**
 * Rooms are reached by AMI actions on one member each. People are moved by MOVE and a kick, never by Redirect (R5):
 * a redirect would tell the script a hang-up that was none. Who is to go to the crisis path gets HELP, which no MOVE
 * that comes later can replace.
 */
@Component
class AmiRoomControl implements RoomControl {
    private final AmiLink link;
    private final Channels channels;
    private final Whispers whispers;

    AmiRoomControl(AmiLink link, Channels channels, Whispers whispers) {
        this.link = link;
        this.channels = channels;
        this.whispers = whispers;
    }

    @Override
    public void mute(Room room, CallId call) {
        channels.nameOf(call)
                .ifPresent(name -> link.exchange().send(new ConfbridgeMuteAction(room.name(), Guard.name(name))));
    }

    @Override
    public void unmute(Room room, CallId call) {
        channels.nameOf(call)
                .ifPresent(name -> link.exchange().send(new ConfbridgeUnmuteAction(room.name(), Guard.name(name))));
    }

    @Override
    public void takeOut(Room room, CallId call, Departure why) {
        channels.nameOf(call).map(Guard::name).ifPresent(name -> {
            link.exchange().send(why == Departure.CRISIS
                    ? new SetVarAction(name, RoomExit.HELP, "1")
                    : new SetVarAction(name, "MOVE", RoomExit.move(why)));
            link.exchange().send(new ConfbridgeKickAction(room.name(), name));
        });
    }

    @Override
    public void whisper(CallId call, Language language, Spoken words) {
        whispers.say(call, language, words);
    }

    @Override
    public void whisperUntilHeard(CallId call, Language language, Spoken words) {
        whispers.sayUntilHeard(call, language, words);
    }
}
