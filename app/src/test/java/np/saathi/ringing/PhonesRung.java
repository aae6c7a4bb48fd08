package np.saathi.ringing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import np.saathi.telephony.Dialler;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;

/** Takes down who was rung. */
public class PhonesRung implements Dialler {
    private final List<OutgoingCall> calls = new CopyOnWriteArrayList<>();
    private volatile boolean reachable = true;
    private volatile boolean full;
    private volatile boolean inUse;

    /** Purpose, number and language of each, in order: {@code GROUP 9779800000001 ne}. */
    public List<String> rung() {
        return calls.stream().map(call -> call.purpose() + " " + call.number().digits() + " " + call.language())
                .toList();
    }

    /** Our name for the call that was placed last. */
    public String last() {
        return calls.getLast().name();
    }

    public void reachable(boolean isReachable) {
        reachable = isReachable;
    }

    /** Whether the channels that are left are kept for the crisis path. */
    public void full(boolean isFull) {
        full = isFull;
    }

    /** Whether every phone is in another call of ours. */
    public void inUse(boolean isInUse) {
        inUse = isInUse;
    }

    public void forget() {
        calls.clear();
        inUse = false;
        reachable = true;
        full = false;
    }

    @Override
    public void ring(OutgoingCall call) {
        if (!reachable) {
            throw new ExchangeUnreachable("no link in this test");
        }
        if (full) {
            throw new NoFreeChannel();
        }
        if (inUse) {
            throw new PhoneInUse();
        }
        calls.add(call);
    }
}
