package np.saathi.ivr;

import java.util.ArrayList;
import java.util.List;

import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Room;
import np.saathi.telephony.RoomControl;

/** Writes down what rooms are told to do. */
final class RoomOrders implements RoomControl {
    private final List<String> orders = new ArrayList<>();
    private boolean reachable = true;

    /** As words: {@code mute call-1}, {@code take out call-1: LEFT}. */
    List<String> orders() {
        return List.copyOf(orders);
    }

    /** From now on there is no link to the exchange. */
    void areOutOfReach() {
        reachable = false;
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
        order("take out " + call + ": " + why);
    }

    @Override
    public void whisper(CallId call, Language language, Spoken words) {
        order("whisper to " + call + ": " + String.join("&", words.keys()));
    }

    private void order(String order) {
        if (!reachable) {
            throw new ExchangeUnreachable("no link in this test");
        }
        orders.add(order);
    }
}
