package np.saathi.dev;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Dialler;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.Room;
import np.saathi.telephony.RoomControl;

/** An exchange that takes down what it was told to do, and can be out of reach. */
public class TestRooms implements RoomControl, Dialler {
    private final List<String> orders = new CopyOnWriteArrayList<>();
    private volatile boolean linked = true;

    public void linked(boolean up) {
        linked = up;
    }

    /** What was ordered since the last time, e.g. {@code mute asha.1}. */
    public List<String> orders() {
        List<String> taken = List.copyOf(orders);
        orders.clear();
        return taken;
    }

    @Override
    public void mute(Room room, CallId call) {
        order("mute " + call);
    }

    @Override
    public void unmute(Room room, CallId call) {
        order("unmute " + call);
    }

    @Override
    public void takeOut(Room room, CallId call, Departure why) {
        order("take out " + call + " " + why);
    }

    @Override
    public void whisper(CallId call, Language language, Spoken words) {
        order("whisper " + call + " " + language + " " + String.join(" ", words.keys()));
    }

    @Override
    public void ringBack(String callback, PhoneNumber number, Language language) {
        order("ring back " + callback);
    }

    @Override
    public void ringToJoin(String callback, PhoneNumber number, Language language) {
        order("ring to join " + callback);
    }

    private void order(String order) {
        if (!linked) {
            throw new ExchangeUnreachable("no link");
        }
        orders.add(order);
    }
}
