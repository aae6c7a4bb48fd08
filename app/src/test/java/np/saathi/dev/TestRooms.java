package np.saathi.dev;

import np.saathi.prompt.Language;
import np.saathi.telephony.Dialler;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.RoomOrders;

/** An exchange that takes down what it was told to do, rooms and calls, and can be out of reach. */
public class TestRooms extends RoomOrders implements Dialler {

    @Override
    public void ringBack(String callback, PhoneNumber number, Language language) {
        order("ring back " + callback);
    }

    @Override
    public void ringToJoin(String callback, PhoneNumber number, Language language) {
        order("ring to join " + callback);
    }
}
