package np.saathi.dev.web;

import np.saathi.telephony.Dialler;
import np.saathi.telephony.RoomOrders;

/** An exchange that takes down what it was told to do, rooms and calls, and can be out of reach. */
public class TestRooms extends RoomOrders implements Dialler {

    @Override
    public void ring(OutgoingCall call) {
        order("ring " + call.purpose() + " " + call.name());
    }
}
